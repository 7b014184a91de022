package org.schoolhubs.kit.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.schoolhubs.kit.ops.Failures;

/**
 * Turns whatever was thrown into a {@link Problem}. Pure but for logging what is our own fault: nothing of an exception's text reaches the caller unless
 * it was written for the caller.
 */
@ApplicationScoped
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Duration SOON = Duration.ofSeconds(5);

    Problem from(Throwable failure) {
        for (Throwable cause = failure; cause != null && cause != cause.getCause(); cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            if (cause instanceof JacksonException json) {
                return fromJson(json);
            }
        }
        if (failure instanceof ConstraintViolationException invalid) {
            return fromConstraints(invalid);
        }
        if (failure instanceof UnauthorizedException || failure instanceof AuthenticationFailedException) {
            return Problem.of(CommonError.UNAUTHENTICATED, "Send a valid access token as Authorization: Bearer.");
        }
        if (failure instanceof ForbiddenException) {
            return Problem.of(CommonError.FORBIDDEN, "None of the roles in your token allows this operation.");
        }
        if (Failures.databaseAway(failure) || Failures.commitCutOff(failure)) {
            LOG.warnf("The database is away: %s", failure.getMessage());
            return Problem.of(CommonError.UNAVAILABLE, "The service cannot reach its database. Try again with the same Idempotency-Key: nothing is done twice.")
                    .retryAfter(SOON);
        }
        if (Failures.contention(failure)) {
            return Problem.of(CommonError.CONFLICT, "Somebody changed the same thing at the same moment. Nothing was changed: read it again and retry.");
        }
        if (failure instanceof WebApplicationException web) {
            return fromStatus(web.getResponse().getStatus(), web);
        }
        LOG.error("Unexpected failure", failure);
        return Problem.of(CommonError.INTERNAL, "The request was not carried out. Quote the correlationId when you report this.");
    }

    Problem fromStatus(int status, Throwable failure) {
        return switch (status) {
            case 401 -> Problem.of(CommonError.UNAUTHENTICATED, "Send a valid access token as Authorization: Bearer.");
            case 403 -> Problem.of(CommonError.FORBIDDEN, "None of the roles in your token allows this operation.");
            case 404 -> Problem.of(CommonError.NOT_FOUND, "There is no such resource. Check the path and the ids in it.");
            case 405 -> Problem.of(CommonError.METHOD_NOT_ALLOWED, "Use one of the methods that the OpenAPI document lists for this path.");
            case 406 -> Problem.of(CommonError.NOT_ACCEPTABLE, "Ask for application/json, or for a media type that the OpenAPI document lists.");
            case 413 -> Problem.of(CommonError.TOO_LARGE, "Send a smaller body.");
            case 415 -> Problem.of(CommonError.UNSUPPORTED_MEDIA_TYPE, "Send application/json, or the media type that the OpenAPI document lists.");
            case 429 -> Problem.of(CommonError.TOO_MANY_REQUESTS, "Slow down.").retryAfter(SOON);
            case 503 -> Problem.of(CommonError.UNAVAILABLE, "The service cannot answer at the moment.").retryAfter(SOON);
            default -> {
                if (status >= 500) {
                    LOG.error("Unexpected failure", failure);
                    yield Problem.of(CommonError.INTERNAL, "The request was not carried out. Quote the correlationId when you report this.");
                }
                yield Problem.of(CommonError.INVALID, "The request is not valid.");
            }
        };
    }

    private static Problem fromJson(JacksonException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return Problem.of(CommonError.UNKNOWN_FIELD, "Leave out the field, or correct its name.")
                    .at(pointer(unknown), "unknown-field", "Known here: %s.".formatted(known(unknown)));
        }
        if (failure instanceof InputCoercionException) {
            return Problem.of(CommonError.WRONG_TYPE, "A number is too large for its field%s.".formatted(where(failure)));
        }
        if (isUnreadable(failure) || !(failure instanceof JsonMappingException mapping)) {
            return Problem.of(CommonError.MALFORMED_JSON, "The body could not be read as JSON%s.".formatted(where(failure)));
        }
        if (failure instanceof MismatchedInputException mismatch && mismatch.getPath().isEmpty() && mismatch.getMessage().startsWith("No content")) {
            return Problem.of(CommonError.BODY_MISSING, "Send the JSON body that the OpenAPI document describes.");
        }
        if (failure.getCause() instanceof IllegalArgumentException refused) {
            return Problem.of(CommonError.INVALID, "Correct the values named in errors.").at(pointer(mapping), "invalid", refused.getMessage());
        }
        return Problem.of(CommonError.WRONG_TYPE, "Correct the values named in errors.").at(pointer(mapping), "wrong-type", expected(mapping));
    }

    /** Not well-formed, also where the end came in the middle of a list that was being mapped. */
    private static boolean isUnreadable(Throwable failure) {
        return failure instanceof StreamReadException && !(failure instanceof InputCoercionException) || failure.getCause() != null && failure.getCause() != failure && isUnreadable(failure.getCause());
    }

    private static String where(JacksonException failure) {
        return failure.getLocation() == null ? "" : " (line %d, column %d)".formatted(failure.getLocation().getLineNr(), failure.getLocation().getColumnNr());
    }

    private static String expected(JsonMappingException mapping) {
        if (!(mapping instanceof MismatchedInputException mismatch) || mismatch.getTargetType() == null) {
            return "The value does not fit this field.";
        }
        Class<?> target = mismatch.getTargetType();
        if (target.isEnum()) {
            return "Use one of %s.".formatted(Arrays.stream(target.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", ")));
        }
        String kind = switch (target.getSimpleName()) {
            case "LocalDate" -> "a date such as 2026-09-01";
            case "Instant" -> "an instant such as 2026-09-01T09:00:00Z";
            case "UUID" -> "a UUID";
            case "String" -> "a string";
            case "Integer", "int", "Long", "long" -> "a whole number";
            case "BigDecimal", "Double", "double" -> "a number";
            case "Boolean", "boolean" -> "true or false";
            case "List", "ArrayList", "Set" -> "an array";
            default -> "an object";
        };
        return (mismatch instanceof InvalidFormatException ? "The value cannot be read: this field is " : "This field is ") + kind + ".";
    }

    private static String known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds() == null ? "nothing"
                : unknown.getKnownPropertyIds().stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String pointer(JsonMappingException mapping) {
        return pointer(mapping.getPath().stream().map(step -> step.getFieldName() != null ? step.getFieldName() : String.valueOf(step.getIndex())).toList());
    }

    private static String pointer(List<String> steps) {
        return steps.stream().map(step -> "/" + step.replace("~", "~0").replace("/", "~1")).collect(Collectors.joining());
    }

    private static Problem fromConstraints(ConstraintViolationException invalid) {
        Problem problem = Problem.of(CommonError.INVALID, "Correct the values named in errors.");
        invalid.getConstraintViolations().stream().map(Place::of).sorted().forEach(place -> place.addTo(problem));
        return problem;
    }

    /** Where a violated constraint stands: in the body (below the body's parameter) or in a query, path or header parameter. */
    private record Place(String pointer, String parameter, String code, String message) implements Comparable<Place> {
        static Place of(ConstraintViolation<?> violation) {
            Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
            var steps = new java.util.ArrayList<String>();
            String parameter = null;
            boolean beyondParameter = false;
            while (nodes.hasNext()) {
                Path.Node node = nodes.next();
                switch (node.getKind()) {
                    case METHOD, CONSTRUCTOR, RETURN_VALUE, CROSS_PARAMETER -> { }
                    case PARAMETER -> parameter = node.getName();
                    default -> {
                        if (node.getIndex() != null) {
                            steps.add(String.valueOf(node.getIndex()));
                        } else if (node.getKey() != null) {
                            steps.add(String.valueOf(node.getKey()));
                        }
                        if (node.getName() != null && !node.getName().startsWith("<")) {
                            steps.add(node.getName());
                        }
                        beyondParameter = true;
                    }
                }
            }
            boolean inBody = "body".equals(parameter);
            String annotation = violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
            String code = annotation.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
            if (inBody) {
                return new Place(ProblemMappers.pointer(steps), null, code, violation.getMessage());
            }
            return new Place(null, steps.isEmpty() ? parameter : steps.get(steps.size() - 1), code, violation.getMessage());
        }

        void addTo(Problem problem) {
            if (pointer != null) {
                problem.at(pointer, code, message);
            } else {
                problem.parameter(parameter, code, message);
            }
        }

        @Override
        public int compareTo(Place other) {
            return (pointer + "|" + parameter + code).compareTo(other.pointer + "|" + other.parameter + other.code);
        }
    }
}
