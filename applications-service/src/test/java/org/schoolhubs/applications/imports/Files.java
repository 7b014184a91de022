package org.schoolhubs.applications.imports;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.schoolhubs.applications.Given;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.sample.GiasFormat;
import org.schoolhubs.sample.OfstedFormat;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

/** Files as tests make and send them. All tests share one register, so that each import describes a later day than the one before. */
public final class Files {
    public static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);
    private static final AtomicInteger DAYS = new AtomicInteger();

    private Files() {
    }

    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    public static byte[] bytes(Writing writing) {
        var out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    /** A row of a GIAS file: an open community secondary school in Camden, with the given columns set otherwise. */
    public static String gias(String urn, String... columnsAndValues) {
        var row = blank(GiasFormat.HEADER, "");
        set(row, GiasFormat.HEADER, "URN", urn, "LA (code)", "202", "LA (name)", "Camden", "EstablishmentName", "School " + urn,
                "TypeOfEstablishment (code)", "01", "TypeOfEstablishment (name)", "Community school", "EstablishmentTypeGroup (code)", "4",
                "EstablishmentStatus (code)", "1", "PhaseOfEducation (code)", "4", "NumberOfPupils", "800", "GOR (code)", "H",
                "Easting", "528159", "Northing", "184498", "UrbanRural (code)", "UN1", "Town", "London", "Postcode", "NW3 2BQ");
        set(row, GiasFormat.HEADER, columnsAndValues);
        return csv(row);
    }

    /** A row of an Ofsted file without any inspection, with the given columns set. */
    public static String ofsted(String urn, String... columnsAndValues) {
        var row = blank(OfstedFormat.HEADER, "NULL");
        set(row, OfstedFormat.HEADER, "URN", urn);
        set(row, OfstedFormat.HEADER, columnsAndValues);
        return csv(row);
    }

    /** A graded inspection of a school, for {@link #ofsted}. */
    public static String[] graded(String urn, String number, String day, String overall) {
        return new String[] {"Inspection number of latest OEIF graded inspection", number, "Inspection start date of latest OEIF graded inspection", day,
            "Does the latest OEIF graded inspection relate to the URN of the current school?", "Yes",
            "URN at time of latest OEIF graded inspection", urn, "Latest OEIF overall effectiveness", overall};
    }

    public static byte[] giasFile(String... rows) {
        return file(GiasFormat.HEADER, WINDOWS_1252, rows);
    }

    public static byte[] ofstedFile(String... rows) {
        return file(OfstedFormat.HEADER, WINDOWS_1252, rows);
    }

    public static byte[] file(List<String> header, Charset charset, String... rows) {
        return (csv(header) + "\r\n" + String.join("\r\n", rows) + "\r\n").getBytes(charset);
    }

    private static List<String> blank(List<String> header, String blank) {
        return new ArrayList<>(Collections.nCopies(header.size(), blank));
    }

    private static void set(List<String> row, List<String> header, String... columnsAndValues) {
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            row.set(header.indexOf(columnsAndValues[i]), columnsAndValues[i + 1]);
        }
    }

    private static String csv(List<String> fields) {
        return fields.stream().map(field -> field.matches("(?s).*[\",\n].*") ? '"' + field.replace("\"", "\"\"") + '"' : field)
                .collect(Collectors.joining(","));
    }

    /** A day later than any that the register describes. Imports that other tests only pretend to have made are put before them. */
    public static String nextDay() {
        try (var connection = SharedInfrastructure.asOwner()) {
            connection.createStatement().execute("update register_import set as_at = '2014-01-01' where requested_by = 'tests'");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return FIRST_DAY.plusDays(DAYS.incrementAndGet()).toString();
    }

    public static RequestSpecification collector() {
        return given().auth().oauth2(Tokens.client("collector-1").role(Roles.DATA_COLLECTOR).token());
    }

    /** The request that sends a file, without waiting. */
    public static Response send(String kind, String asAt, String fileName, byte[] file) {
        return collector().config(RestAssured.config().encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("text/csv").queryParam("kind", kind).queryParam("asAt", asAt).queryParam("fileName", fileName).body(file).post("/v1/imports");
    }

    /** Sends a file for a dry run and waits until it is over. */
    public static Response tryOut(String kind, byte[] file) {
        var sent = collector().contentType("text/csv").queryParam("kind", kind).queryParam("asAt", nextDay()).queryParam("fileName", "file.csv")
                .queryParam("dryRun", "true").body(file).post("/v1/imports");
        sent.then().statusCode(202);
        return over(sent.path("id"));
    }

    /** Sends a file and waits until its import is over. */
    public static Response bringIn(String kind, byte[] file) {
        var sent = send(kind, nextDay(), "file.csv", file);
        sent.then().statusCode(202);
        return over(sent.path("id"));
    }

    /** Waits until no worker has anything to do with an import, and returns it. */
    public static Response over(String id) {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100))
                .until(() -> collector().get("/v1/imports/" + id).then().log().ifValidationFails().statusCode(200).extract().response(), answer -> !List.of("RECEIVED", "RUNNING", "UNDOING").contains(answer.<String>path("state")));
    }

    /** Asks for an import to be taken back, waits until it is, and returns it. */
    static Response undo(Tokens who, Response run) {
        askToUndo(who, run).then().log().ifValidationFails().statusCode(202);
        var over = over(run.path("id"));
        over.then().log().ifValidationFails().body("state", equalTo("UNDONE"));
        return over;
    }

    /** The request alone. */
    static Response askToUndo(Tokens who, Response run) {
        return Given.as(who).header("If-Match", run.header("ETag")).post("/v1/imports/" + run.path("id") + "/reversal");
    }

    public static List<List<String>> rejectedRows(String id) {
        var text = collector().get("/v1/imports/" + id + "/rejected-rows").then().statusCode(200).extract().asByteArray();
        return Arrays.stream(new String(text, UTF_8).split("\r?\n")).skip(1).map(line -> List.of(line.split(",", 5))).toList();
    }

    public static long number(String sql) {
        try (var connection = SharedInfrastructure.asOwner(); var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
