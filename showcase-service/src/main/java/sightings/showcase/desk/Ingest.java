package sightings.showcase.desk;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Asks ingest, which holds the recogniser. It may be away: then it says so, and the desk goes on. */
@Component
@EnableConfigurationProperties(IngestLink.class)
class Ingest {

    private static final Logger log = LoggerFactory.getLogger(Ingest.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int MOST_BYTES = 1 << 20;

    private final IngestLink link;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    Ingest(IngestLink link) {
        this.link = link;
    }

    /**
     * Why this is seen or not.
     *
     * @param kind {@code ADDRESS}, {@code TEXT}, {@code LOG_LINE} or {@code FEED_ITEM}
     * @param path name of the file that it is from, or ""
     * @param text as pasted
     */
    Why why(String kind, String path, String text) {
        var question = json.writeValueAsString(Map.of("kind", kind, "path", path, "text", text));
        var request = HttpRequest.newBuilder(link.uri().resolve("/internal/explain"))
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(question))
                .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                return response.statusCode() == 200
                        ? json.readValue(body.readNBytes(MOST_BYTES), Why.Answered.class)
                        : new Why.Away(response.statusCode() == 413);
            }
        } catch (IOException | JacksonException e) {
            log.warn("desk: ingest does not answer at {}", link.uri(), e);
            return new Why.Away(false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Why.Away(false);
        }
    }
}
