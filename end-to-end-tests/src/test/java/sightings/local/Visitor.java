package sightings.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who reads the public pages and the API of a town. */
record Visitor(URI site, HttpClient client) {

    /** A page or answer, whatever its status. */
    HttpResponse<String> get(String path) {
        try {
            var request = HttpRequest.newBuilder(site.resolve(path))
                    .timeout(Duration.ofSeconds(20))
                    .header("Accept-Language", "en")
                    .build();
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The text of a page. */
    String page(String path) {
        return get(path).body();
    }

    /** An answer of the API. */
    JsonNode json(String path) {
        return JsonMapper.shared().readTree(get(path).body());
    }
}
