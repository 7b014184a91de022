package org.schoolhubs.gateway.testing;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.schoolhubs.gateway.routing.Service;

/**
 * An HTTP server that tells in its answer what it was asked: method, URI, headers, length and hash of the body. The request header {@code X-Peer} asks for other
 * manners; a journey's application id does so for the part it names, one hex digit for each part at its end.
 */
public final class Peer {
    private final Vertx vertx;
    private final Service service;
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private int port;

    Peer(Vertx vertx, Service service) {
        this.vertx = vertx;
        this.service = service;
    }

    int port() {
        return port;
    }

    /** How many requests have reached it. */
    public int asked() {
        return asked.get();
    }

    /** Listens, on the same port as before. */
    public void up() {
        server = vertx.createHttpServer().requestHandler(this::serve);
        port = server.listen(port, "localhost").toCompletionStage().toCompletableFuture().join().actualPort();
    }

    /** Stops listening and drops its connections. */
    public void down() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    private void serve(HttpServerRequest request) {
        asked.incrementAndGet();
        if (request.path().startsWith("/v1/journeys/")) {
            part(request);
            return;
        }
        String manners = request.getHeader("X-Peer") == null ? "tell" : request.getHeader("X-Peer");
        switch (request.method() == HttpMethod.HEAD ? "head" : manners) {
            case "head" -> request.response().putHeader("Content-Length", "4711").end();
            case "tell" -> tell(request);
            case "repeat" -> repeat(request);
            case "hang" -> request.resume();
            case "hang-up" -> request.connection().close();
            case "hang-up-within" -> request.response().setChunked(true).write("half an ans").onComplete(written -> request.connection().close());
            case "nothing" -> request.response().setStatusCode(204).putHeader("ETag", "\"7\"").end();
            case "refuse" -> request.response().setStatusCode(409).putHeader("Content-Type", "application/problem+json")
                    .putHeader("Cache-Control", "private, max-age=60").putHeader("Server", "peer/1.0").putHeader("X-Powered-By", "peer")
                    .putHeader("Connection", "x-internal").putHeader("X-Internal", "secret").putHeader("X-Request-Id", "the-peers-own-id").end("{\"code\":\"peer\"}");
            default -> large(request, Long.parseLong(manners));
        }
    }

    private void tell(HttpServerRequest request) {
        MessageDigest hash = sha256();
        long[] length = {0};
        request.handler(data -> {
            hash.update(data.getBytes());
            length[0] += data.length();
        });
        request.endHandler(end -> {
            JsonObject headers = new JsonObject();
            request.headers().names().forEach(name -> headers.put(name.toLowerCase(Locale.ROOT), new JsonArray(request.headers().getAll(name))));
            request.response().putHeader("Content-Type", "application/json").end(new JsonObject().put("service", service.word())
                    .put("method", request.method().name()).put("uri", request.uri()).put("headers", headers).put("length", length[0])
                    .put("sha256", HexFormat.of().formatHex(hash.digest())).encode());
        });
    }

    /** Says each piece of the body back as soon as it comes. */
    private static void repeat(HttpServerRequest request) {
        request.response().setChunked(true);
        request.pipeTo(request.response());
    }

    private static void large(HttpServerRequest request, long bytes) {
        HttpServerResponse response = request.response().setChunked(true);
        Buffer piece = Buffer.buffer(new byte[64 * 1024]);
        long[] left = {bytes};
        Runnable pump = () -> {
            while (left[0] > 0 && !response.writeQueueFull()) {
                int now = (int) Math.min(piece.length(), left[0]);
                left[0] -= now;
                response.write(piece.slice(0, now));
            }
            if (left[0] == 0 && !response.ended()) {
                response.end();
            }
        };
        response.drainHandler(drained -> pump.run());
        pump.run();
    }

    private void part(HttpServerRequest request) {
        String[] path = request.path().split("/");
        String id = path[3];
        char manners = id.charAt(id.length() - 4 + service.ordinal());
        HttpServerResponse response = request.response();
        switch (manners) {
            case '0' -> response.setStatusCode(404).end();
            case '1' -> response.putHeader("Content-Type", "application/json").end(told(path[4], request.getHeader("Authorization")).encode());
            case '2' -> response.setStatusCode(500).end("broken");
            case '3' -> request.resume();
            case '4' -> response.end("this is not JSON");
            case '5' -> response.setStatusCode(403).end();
            case '6' -> response.setStatusCode(401).end();
            default -> request.connection().close();
        }
    }

    private JsonObject told(String part, String authorization) {
        int day = service.ordinal() + 1;
        return new JsonObject().put("part", part).put("id", "0199f0c8-0000-7000-8000-00000000000" + day).put("state", part.toUpperCase(Locale.ROOT) + "_STATE")
                .put("unknownToTheGateway", true)
                .put("happened", new JsonArray().add(new JsonObject().put("eventId", "0199f0c8-0000-7000-8000-0000000000a" + day).put("type", part + "Changed")
                        .put("occurredAt", "2026-01-0" + (9 - day) + "T10:00:00Z").put("version", 1).put("reasonCode", authorization == null ? "no-token" : "with-token")
                        .put("actor", new JsonObject().put("id", "actor-1").put("roles", new JsonArray().add("school")))
                        .put("changedFields", new JsonArray().add("state"))))
                .put("next", new JsonArray().add(new JsonObject().put("step", "step-" + day).put("description", "Do it.").put("role", "school")
                        .put("dueOn", "2026-02-0" + (9 - day))));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
