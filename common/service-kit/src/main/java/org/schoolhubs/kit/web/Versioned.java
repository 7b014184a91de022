package org.schoolhubs.kit.web;

/** A view of an aggregate that carries its version, from which the ETag is made. */
public interface Versioned {
    long version();
}
