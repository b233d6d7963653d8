package sightings.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import sightings.engines.Ports;

/**
 * Tests for {@code docker-compose.yml}: the images are built from the jars of this build, and the whole shape starts,
 * with the full Elasticsearch and its security on.
 */
@Tag("docker")
@Testcontainers(disabledWithoutDocker = true)
class ComposeIntegrationTests {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int PORT = Ports.free();
    private static final Path FOLDER = folder();

    @Container
    private static final ComposeContainer COMPOSE = new ComposeContainer(new File("../docker-compose.yml"))
            .withBuild(true)
            .withEnv("ELASTIC_PASSWORD", "an-administrator")
            .withEnv("SIGHTINGS_ELASTIC_PASSWORD", "a-user")
            .withEnv("SIGHTINGS_DESK_PASSWORD", "a-member-of-staff")
            .withEnv("SIGHTINGS_PORT", Integer.toString(PORT))
            .withEnv("CITY_FILE", FOLDER.resolve("city.yml").toString())
            .withEnv("PORTAL_LOGS", FOLDER.resolve("logs").toString())
            .waitingFor("ingest", Wait.forHealthcheck().withStartupTimeout(PATIENCE))
            .waitingFor("showcase", Wait.forHealthcheck().withStartupTimeout(PATIENCE));

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void publicPagesAndApiAreReachableAndTheDeskAsksWhoIsThere() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(200);
        assertThat(get("/").body()).contains("Exampleville");
        assertThat(get("/api/v1/stories").statusCode()).isEqualTo(200);
        assertThat(get("/desk").statusCode()).isBetween(300, 399);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + path))
                .header("Accept", "text/html, application/json")
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("sightings-compose-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.createDirectories(folder.resolve("logs"));
            Files.writeString(folder.resolve("city.yml"), """
                    city:
                      name: Exampleville
                      site: https://stories.example.gov
                      languages: [en]
                      time-zone: America/Chicago
                      portals:
                        - address: https://data.example.gov
                          kind: socrata
                      logs:
                        - name: portal
                          folder: /var/log/portal
                    """);
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
