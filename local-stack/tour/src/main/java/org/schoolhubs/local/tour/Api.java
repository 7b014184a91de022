package org.schoolhubs.local.tour;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A careful client of the API: repeats a request that was not answered, or answered 429 or 503 and its like, with the same Idempotency-Key until it is, so that
 * each request has its effect once however often a part of the system dies meanwhile.
 */
public final class Api {
    private static final Set<Integer> TRY_AGAIN = Set.of(425, 429, 502, 503, 504);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(3)).build();
    private final ObjectMapper json = new ObjectMapper();
    private final String base;
    private final Duration patience;
    private final Observer observer;

    /**
     * @param base     URL of the gateway, without a slash at the end
     * @param patience how long a request is repeated, and a state awaited, before giving up
     */
    public Api(String base, Duration patience) {
        this(base, patience, (method, path, status, contentType, body) -> { });
    }

    /** @param observer sees every answer */
    public Api(String base, Duration patience, Observer observer) {
        this.base = base;
        this.patience = patience;
        this.observer = observer;
    }

    /** Sees every answer of the API. */
    @FunctionalInterface
    public interface Observer {
        /** @param path with its query */
        void answered(String method, String path, int status, String contentType, String body);
    }

    public String base() {
        return base;
    }

    /** Who asks: gives a valid access token whenever asked for one; null for nobody. */
    public interface Caller extends Supplier<String> {
    }

    public Answer get(Caller caller, String path) {
        return repeatedly(() -> request(caller, path).GET());
    }

    /** A POST under a fresh key, repeated with the same one. */
    public Answer post(Caller caller, String path, String body) {
        return post(caller, path, (String) null, body);
    }

    private Answer post(Caller caller, String path, String etag, String body) {
        return post(caller, path, etag, body, UUID.randomUUID().toString());
    }

    /** A POST under a key of the caller's own. 409 {@code idempotency-in-progress} is waited out. */
    public Answer post(Caller caller, String path, String etag, String body, String key) {
        return repeatedly(() -> withBody(caller, path, etag, body).header("Idempotency-Key", key)
                .POST(body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    /**
     * Changes the state of a resource: reads its ETag and POSTs; where somebody else was quicker (412, nothing was changed) reads again.
     *
     * @param resource where the ETag is read
     */
    public Answer act(Caller caller, String resource, String path, String body) {
        Answer last = null;
        for (int attempt = 0; attempt < 5; attempt++) {
            last = post(caller, path, get(caller, resource).orThrow("Reading " + resource).etag(), body);
            if (last.status() != 412) {
                return last;
            }
        }
        return last;
    }

    /** A POST of a file as it is. */
    public Answer post(Caller caller, String path, Path file, String contentType) {
        String key = UUID.randomUUID().toString();
        return repeatedly(() -> {
            try {
                return request(caller, path).header("Content-Type", contentType).header("Idempotency-Key", key).POST(BodyPublishers.ofFile(file));
            } catch (IOException unreadable) {
                throw new ApiException("Cannot read " + file.getFileName() + ": " + unreadable.getMessage(), null);
            }
        });
    }

    /** A POST of text that is not JSON. */
    public Answer postText(Caller caller, String path, String etag, String body, String contentType) {
        String key = UUID.randomUUID().toString();
        return repeatedly(() -> {
            HttpRequest.Builder request = request(caller, path).header("Content-Type", contentType).header("Idempotency-Key", key);
            if (etag != null) {
                request.header("If-Match", etag);
            }
            return request.POST(BodyPublishers.ofString(body));
        });
    }

    /**
     * Replaces a part of a resource. A PUT whose answer was lost may have been carried out: after 412 the resource is read again and the same content put once more.
     *
     * @param resource where the ETag is read
     */
    public Answer put(Caller caller, String resource, String path, String body) {
        Answer last = null;
        for (int attempt = 0; attempt < 5; attempt++) {
            String etag = get(caller, resource).orThrow("Reading " + resource).etag();
            last = repeatedly(() -> withBody(caller, path, etag, body).PUT(BodyPublishers.ofString(body)));
            if (last.status() != 412) {
                return last;
            }
        }
        return last;
    }

    /**
     * Reads until the answer is as wanted.
     *
     * @throws ApiException after {@code patience}, with the last answer
     */
    public Answer await(String what, Caller caller, String path, Predicate<Answer> wanted) {
        long deadline = System.nanoTime() + patience.toNanos();
        Answer last = null;
        while (System.nanoTime() < deadline) {
            last = get(caller, path);
            if (wanted.test(last)) {
                return last;
            }
            pause();
        }
        throw new ApiException("Waited %s in vain for: %s. Last answer: %s".formatted(patience, what, last == null ? "none" : last.text()), last);
    }

    /** An object as JSON. */
    public String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private HttpRequest.Builder withBody(Caller caller, String path, String etag, String body) {
        HttpRequest.Builder request = request(caller, path);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return etag == null ? request : request.header("If-Match", etag);
    }

    private HttpRequest.Builder request(Caller caller, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path)).timeout(Duration.ofSeconds(20));
        if (caller != null) {
            request.header("Authorization", "Bearer " + caller.get());
        }
        return request;
    }

    private Answer repeatedly(Supplier<HttpRequest.Builder> request) {
        long deadline = System.nanoTime() + patience.toNanos();
        String trouble = "";
        Answer last = null;
        while (System.nanoTime() < deadline) {
            try {
                HttpRequest asked = request.get().build();
                HttpResponse<String> response = http.send(asked, HttpResponse.BodyHandlers.ofString());
                observe(asked, response);
                last = new Answer(response.statusCode(), response.headers().firstValue("ETag").orElse(null),
                        response.headers().firstValue("Location").orElse(null), parse(response), response.body());
                if (!TRY_AGAIN.contains(last.status()) && !"idempotency-in-progress".equals(last.code())) {
                    return last;
                }
                trouble = last.text();
            } catch (IOException unreachable) {
                trouble = String.valueOf(unreachable);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new ApiException("Interrupted", null);
            }
            pause();
        }
        throw new ApiException("No answer from the API within %s: %s".formatted(patience, trouble), last);
    }

    private void observe(HttpRequest asked, HttpResponse<String> response) {
        String url = asked.uri().toString();
        observer.answered(asked.method(), url.startsWith(base) ? url.substring(base.length()) : asked.uri().getPath(), response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""), response.body());
    }

    private JsonNode parse(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.contains("json") || response.body().isEmpty()) {
            return MissingNode.getInstance();
        }
        try {
            return json.readTree(response.body());
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ApiException("Interrupted", null);
        }
    }
}
