package org.schoolhubs.local.tour;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.schoolhubs.local.LocalStack;
import org.schoolhubs.local.LocalStackException;
import org.schoolhubs.local.Port;
import org.schoolhubs.local.StackConfig;
import org.schoolhubs.sample.SampleRegister;

/** What {@code ./start} runs once everything is built: the whole system, sample data, one walked journey; then it stays up. */
public final class Start {
    private static final long SEED = 2026;
    private static final int SCHOOLS = 300;
    private static final int PLACES = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Start() {
    }

    /**
     * @param args {@code --gias=FILE}, {@code --ofsted=FILE}, {@code --no-walk}, and those of {@link StackConfig.Builder#options(List)}
     * @throws InterruptedException when the main thread is interrupted
     */
    public static void main(String[] args) throws InterruptedException {
        try {
            Options options = Options.of(args);
            StackConfig config = StackConfig.builder().environment(System.getenv()).options(options.ofStack()).build();
            long begin = System.nanoTime();
            LocalStack stack = new LocalStack(config, line -> System.out.println("  " + line));
            stack.closeOnExit();
            System.out.println("Starting School Hubs; data and logs are kept in " + config.dataDir());
            stack.start();
            System.out.printf("Everything is ready after %.1f s%n%n", (System.nanoTime() - begin) / 1e9);
            if (options.walk()) {
                walk(stack, options);
            }
            sayWhatIsThere(config);
        } catch (LocalStackException | ApiException | IllegalArgumentException | IllegalStateException failure) {
            System.err.println();
            System.err.println(failure.getMessage());
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private record Options(Path gias, Path ofsted, boolean walk, List<String> ofStack) {
        static Options of(String[] args) {
            Path gias = null;
            Path ofsted = null;
            boolean walk = true;
            List<String> rest = new ArrayList<>();
            for (String arg : args) {
                if (arg.startsWith("--gias=")) {
                    gias = readable(arg);
                } else if (arg.startsWith("--ofsted=")) {
                    ofsted = readable(arg);
                } else if ("--no-walk".equals(arg)) {
                    walk = false;
                } else {
                    rest.add(arg);
                }
            }
            if ((gias == null) != (ofsted == null)) {
                throw new IllegalArgumentException("Give --gias and --ofsted together: eligibility needs both.");
            }
            return new Options(gias, ofsted, walk, rest);
        }

        private static Path readable(String arg) {
            Path file = Path.of(arg.substring(arg.indexOf('=') + 1));
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new IllegalArgumentException("Cannot read the file " + file + ".");
            }
            return file;
        }
    }

    private static void walk(LocalStack stack, Options options) {
        Api api = new Api(stack.config().url(Port.GATEWAY), PATIENCE);
        People people = new People(stack.issuer());
        SampleLoad load = new SampleLoad(api, people, line -> System.out.println("  " + line));
        LocalDate today = LocalDate.now();
        boolean empty = api.get(people.programmeTeam(), "/v1/schools?limit=1").orThrow("Listing schools").body().path("items").isEmpty();
        if (empty || options.gias() != null) {
            System.out.println("Bringing in the registers");
            bringRegisters(stack.config(), options, load, today);
        }
        String cohort = load.cohort(today);
        List<String> leads = leads(api);
        if (leads.isEmpty()) {
            System.out.println("Preparing hubs");
            leads = load.hubs(cohort, PLACES);
        }
        String urn = nextSchool(api, people, load, leads);
        if (urn == null) {
            System.out.println("Every eligible school has applied already; ./start --fresh begins anew.");
            return;
        }
        System.out.println("\nWalking school " + urn + " from application to paid grant");
        Journey journey = new Journey(api, people, urn, cohort, line -> System.out.println("  " + line));
        journey.apply();
        journey.accept();
        journey.place();
        journey.awaitPlanAndAward();
        journey.offerAndAcceptAward();
        journey.followPlan();
        journey.completePlan();
        new Finance(api, people, line -> System.out.println("  " + line)).payWhatIsPayable();
        journey.awaitPaid();
        show(journey);
    }

    private static void bringRegisters(StackConfig config, Options options, SampleLoad load, LocalDate today) {
        if (options.gias() != null) {
            load.bring("gias-establishments", options.gias(), today);
            load.bring("ofsted-inspections", options.ofsted(), today);
            return;
        }
        SampleRegister register = SampleRegister.generate(SEED, SCHOOLS, today);
        load.bring("gias-establishments", write(config, "sample-gias.csv", register::writeGias), today);
        load.bring("gias-groups", write(config, "sample-groups.csv", register::writeGroups), today);
        load.bring("gias-group-links", write(config, "sample-group-links.csv", register::writeGroupLinks), today);
        load.bring("gias-links", write(config, "sample-links.csv", register::writeLinks), today);
        load.bring("ofsted-inspections", write(config, "sample-ofsted.csv", register::writeOfsted), today);
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private static Path write(StackConfig config, String name, Content content) {
        Path file = config.dataDir().resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            content.writeTo(out);
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> leads(Api api) {
        List<String> leads = new ArrayList<>();
        api.get(null, "/v1/hubs?limit=500").orThrow("Listing hubs").body().path("items").forEach(hub -> leads.add(hub.path("leadUrn").asText()));
        return leads;
    }

    private static String nextSchool(Api api, People people, SampleLoad load, List<String> leads) {
        List<String> not = new ArrayList<>(leads);
        api.get(people.programmeTeam(), "/v1/applications?limit=500").orThrow("Listing applications").body().path("items")
                .forEach(application -> not.add(application.path("urn").asText()));
        return load.eligible(1, not).stream().findFirst().orElse(null);
    }

    private static void show(Journey journey) {
        JsonNode view = journey.view().body();
        System.out.println("\nThe journey as GET /v1/journeys/" + journey.application() + " tells it");
        view.path("happened").forEach(entry -> System.out.printf("  %s  %-11s %s%n", entry.path("occurredAt").asText().substring(0, 19), entry.path("part").asText(),
                entry.path("type").asText()));
        System.out.println("\nFinal state: " + view.path("state").asText());
    }

    private static void sayWhatIsThere(StackConfig config) {
        String gateway = config.url(Port.GATEWAY);
        String token = "curl -s -d 'grant_type=password&client_id=portal&client_secret=any&username=%s&password=any&scope=openid' %s/token"
                .formatted("pat-programme", config.issuerUrl());
        System.out.printf("""

                School Hubs is up.
                  portal and API documentation   %1$s/   %1$s/docs
                  the API                        %1$s/v1
                  issuer of tokens               %2$s
                  logs                           %3$s/logs

                A token, for the API's Authorization: Bearer header (the people are sam-school, tara-trust, lou-authority, pat-programme, dee-dfe,
                fran-preparer, finn-approver, ada-auditor, olly-operator; any password will do on this machine):
                  TOKEN=$(%4$s | sed -n 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/p')

                Three things to try:
                  curl %1$s/v1/programmes
                  curl -X POST -H 'Content-Type: application/json' -d '{"urn":"900001","programme":"behaviour-hubs","pathway":"core"}' %1$s/v1/eligibility-checks
                  curl -H "Authorization: Bearer $TOKEN" '%1$s/v1/applications?limit=5'

                Ctrl-C ends all of it; data are kept. ./start --fresh begins anew.
                """, gateway, config.issuerUrl(), config.dataDir(), token);
    }
}
