package org.schoolhubs.local;

/** The stack could not be started or used; the message says which part, why, and where to look. */
public class LocalStackException extends RuntimeException {

  LocalStackException(String message) {
    super(message);
  }

  LocalStackException(String message, Throwable cause) {
    super(message, cause);
  }
}
