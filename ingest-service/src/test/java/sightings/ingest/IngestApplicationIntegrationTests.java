package sightings.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sightings.event.SourceReported;
import sightings.event.Topic;
import sightings.evidence.SourceId;
import sightings.ingest.watching.Checkpoints;
import sightings.ingest.watching.Outlet;
import sightings.ingest.watching.RoundReport;
import sightings.ingest.watching.Watcher;
import sightings.ingest.watching.WatcherFactory;

/** Tests for {@link IngestApplication} as a whole on a real broker. */
class IngestApplicationIntegrationTests {

    @TempDir
    static Path folder;

    @Test
    void makesRoundsAndShowsEachSource() throws Exception {
        try (var kafka = OwnKafka.start(folder.resolve("kafka"));
                var service = kafka.ingest(folder.resolve("state"), Map.of(), Stumbling.class)) {
            int port = Integer.parseInt(service.getEnvironment().getProperty("local.server.port", "0"));
            OwnKafka.await("the third round", Duration.ofSeconds(40), () -> Stumbling.rounds.get() >= 3);
            OwnKafka.await(
                    "the source in the record",
                    Duration.ofSeconds(20),
                    () -> kafka.events(Topic.CHECKPOINTS).stream()
                            .anyMatch(each -> each instanceof SourceReported report
                                    && report.source().equals(Stumbling.SOURCE)
                                    && report.state() == SourceReported.State.OK
                                    && report.items() >= 5
                                    && report.failures() == 1));
            assertThat(get(port, "/actuator/health"))
                    .contains("\"feed:stumbling\":{\"state\":\"OK\"")
                    .contains("\"kafka\":{\"status\":\"UP\"}");
            assertThat(get(port, "/actuator/health/readiness")).contains("\"status\":\"UP\"");
            assertThat(get(port, "/actuator/prometheus"))
                    .contains("sightings_source_failures_total{source=\"feed:stumbling\"} 1.0");
        }
    }

    private static String get(int port, String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    /** A source whose second round fails. */
    @Configuration(proxyBeanMethods = false)
    static class Stumbling implements Watcher {

        static final SourceId SOURCE = new SourceId("feed:stumbling");
        static final AtomicInteger rounds = new AtomicInteger();

        @Bean
        WatcherFactory stumblingWatchers() {
            return () -> List.of(new Stumbling());
        }

        @Override
        public SourceId source() {
            return SOURCE;
        }

        @Override
        public SourceReported.Kind kind() {
            return SourceReported.Kind.FEED;
        }

        @Override
        public String title() {
            return "Stumbling";
        }

        @Override
        public RoundReport look(Checkpoints checkpoints, Outlet outlet) throws IOException {
            if (rounds.incrementAndGet() == 2) {
                throw new IOException("The feed is away");
            }
            outlet.commit("round", Map.of("rounds", Integer.toString(rounds.get())));
            return RoundReport.ok(5, 0, Duration.ofMillis(200));
        }
    }
}
