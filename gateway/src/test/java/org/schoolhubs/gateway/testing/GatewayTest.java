package org.schoolhubs.gateway.testing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.schoolhubs.testkit.SharedInfrastructure;

/** A test of the running gateway, before real servers in the place of the services and a real issuer. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
@QuarkusTestResource(Peers.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface GatewayTest {
}
