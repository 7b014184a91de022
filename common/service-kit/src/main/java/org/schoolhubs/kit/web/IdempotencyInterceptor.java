package org.schoolhubs.kit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;

/** See {@link Idempotent}. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class IdempotencyInterceptor {
    private static final String HEADER = "Idempotency-Key";
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{8,128}");
    private final Caller caller;
    private final RoutingContext exchange;
    private final ObjectMapper json;
    private final DataSource database;

    IdempotencyInterceptor(Caller caller, RoutingContext exchange, ObjectMapper json, DataSource database) {
        this.caller = caller;
        this.exchange = exchange;
        this.json = json;
        this.database = database;
    }

    @AroundInvoke
    Object once(InvocationContext invocation) throws Exception {
        // Who may act for other organisations by now is another principal: an answer is not replayed to one who could not ask any more.
        String principal = caller.subject() + " " + String.join(",", new java.util.TreeSet<>(caller.organisations()));
        Scope scope = new Scope(principal, exchange.request().method() + " " + exchange.request().path(), key());
        String fingerprint = fingerprint(invocation.getParameters());
        return QuarkusTransaction.joiningExisting().call(() -> run(invocation, scope, fingerprint));
    }

    private Response run(InvocationContext invocation, Scope scope, String fingerprint) throws Exception {
        try (Connection connection = database.getConnection()) {
            if (!claim(connection, scope)) {
                throw Problem.of(CommonError.IDEMPOTENCY_IN_PROGRESS, "Wait for the first request, then repeat it to get its answer.")
                        .retryAfter(java.time.Duration.ofSeconds(1));
            }
            Optional<Recorded> before = find(connection, scope);
            if (before.isPresent()) {
                return replay(before.get(), fingerprint);
            }
        }
        Response response = (Response) invocation.proceed();
        try (Connection connection = database.getConnection()) {
            record(connection, scope, fingerprint, response);
        }
        return response;
    }

    private String key() {
        String key = exchange.request().getHeader(HEADER);
        if (key == null || key.isBlank()) {
            throw Problem.of(CommonError.IDEMPOTENCY_KEY_MISSING, "Send a fresh Idempotency-Key with each new request, and the same one when you repeat it.")
                    .header(HEADER, "required", "For example a UUID.");
        }
        if (!FORM.matcher(key).matches()) {
            throw Problem.of(CommonError.IDEMPOTENCY_KEY_INVALID, "Send 8 to 128 printable characters without spaces.")
                    .header(HEADER, "invalid", "For example a UUID.");
        }
        return key;
    }

    /** The transaction holds the lock to its end, so a second request with the key finds out at once that the first is running. */
    private static boolean claim(Connection connection, Scope scope) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_xact_lock(hashtextextended(?, 4711))")) {
            lock.setString(1, scope.principal() + "\n" + scope.operation() + "\n" + scope.key());
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static Optional<Recorded> find(Connection connection, Scope scope) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select fingerprint, status, headers, body from idempotency_key where principal = ? and operation = ? and key = ?")) {
            scope.bind(select);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new Recorded(row.getString(1), row.getInt(2), row.getString(3), row.getString(4))) : Optional.empty();
            }
        }
    }

    private Response replay(Recorded recorded, String fingerprint) throws JsonProcessingException {
        if (!recorded.fingerprint().equals(fingerprint)) {
            throw Problem.of(CommonError.IDEMPOTENCY_KEY_REUSED, "Use a fresh Idempotency-Key: this one belongs to a request with other content.")
                    .header(HEADER, "reused", "Nothing was changed.");
        }
        Response.ResponseBuilder response = Response.status(recorded.status()).header("Idempotency-Replayed", "true");
        json.readTree(recorded.headers()).properties().forEach(header -> response.header(header.getKey(), header.getValue().asText()));
        if (recorded.body() != null) {
            response.entity(json.readTree(recorded.body()));
        }
        return response.build();
    }

    private void record(Connection connection, Scope scope, String fingerprint, Response response) throws SQLException, JsonProcessingException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : new String[] {"Location", "ETag"}) {
            if (response.getHeaderString(name) != null) {
                headers.put(name, response.getHeaderString(name));
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into idempotency_key (principal, operation, key, fingerprint, status, headers, body) values (?, ?, ?, ?, ?, ?::jsonb, ?::json)")) {
            scope.bind(insert);
            insert.setString(4, fingerprint);
            insert.setInt(5, response.getStatus());
            insert.setString(6, json.writeValueAsString(headers));
            insert.setString(7, response.getEntity() == null ? null : json.writeValueAsString(response.getEntity()));
            insert.executeUpdate();
        }
    }

    /** Of the parameters as they were understood, so that white space and the order of fields make no difference. */
    private String fingerprint(Object[] parameters) throws JsonProcessingException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        String query = exchange.request().query();
        digest.update((query == null ? "" : query).getBytes(StandardCharsets.UTF_8));
        for (Object parameter : parameters) {
            if (parameter instanceof Record || parameter instanceof String || parameter instanceof byte[]) {
                digest.update(json.writeValueAsBytes(parameter));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private record Scope(String principal, String operation, String key) {
        void bind(PreparedStatement statement) throws SQLException {
            statement.setString(1, principal);
            statement.setString(2, operation);
            statement.setString(3, key);
        }
    }

    private record Recorded(String fingerprint, int status, String headers, String body) {
    }
}
