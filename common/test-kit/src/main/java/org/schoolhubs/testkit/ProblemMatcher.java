package org.schoolhubs.testkit;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.builder.ResponseSpecBuilder;
import io.restassured.specification.ResponseSpecification;
import org.hamcrest.Matchers;

/** {@code then().spec(problem(409, "transition-impossible"))}: status, media type, shape and code of an RFC 9457 problem, and nothing of our insides. */
public final class ProblemMatcher {
    private ProblemMatcher() {
    }

    public static ResponseSpecification problem(int status, String code) {
        return new ResponseSpecBuilder()
                .expectStatusCode(status)
                .expectHeader("Content-Type", startsWith("application/problem+json"))
                .expectHeader("X-Request-Id", notNullValue(String.class))
                .expectBody("code", equalTo(code))
                .expectBody("status", equalTo(status))
                .expectBody("title", notNullValue())
                .expectBody("detail", notNullValue())
                .expectBody("correlationId", notNullValue())
                .expectBody("type", equalTo("urn:school-hubs:problem:" + code))
                .expectBody(not(Matchers.containsString("Exception")))
                .expectBody(not(Matchers.containsString("org.schoolhubs")))
                .build();
    }
}
