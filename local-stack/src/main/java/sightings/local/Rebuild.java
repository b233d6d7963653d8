package sightings.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the running showcase for a rebuild, and tells how far it is. */
final class Rebuild {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final URI address;
    private final Console console;
    private final JsonMapper json = JsonMapper.builder().build();

    Rebuild(State state, Console console) throws IOException {
        this.address = URI.create("http://127.0.0.1:" + state.running().getProperty("showcase") + "/actuator/rebuild");
        this.console = console;
    }

    void run() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            send(client, HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.noBody()));
            console.say("Rebuilding beside the documents that are shown");
            @Nullable String said = null;
            for (JsonNode now = progress(client); underWay(now); now = progress(client)) {
                String line = line(now.path("building"));
                if (!line.equals(said)) {
                    console.say(line);
                    said = line;
                }
                Thread.sleep(PAUSE);
            }
        }
        console.say("Rebuilt");
    }

    private static boolean underWay(JsonNode progress) {
        return progress.path("wanted").asBoolean() || progress.path("building").isObject();
    }

    private static String line(JsonNode building) {
        return building.isObject()
                ? building.path("done").asLong() + " of "
                        + building.path("total").asLong() + " events"
                : "It begins in a moment";
    }

    private JsonNode progress(HttpClient client) throws IOException, InterruptedException {
        return json.readTree(send(client, HttpRequest.newBuilder(address).GET()));
    }

    private String send(HttpClient client, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest complete = request.header("Accept", "application/json")
                .timeout(Duration.ofSeconds(30))
                .build();
        HttpResponse<String> answer = client.send(complete, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("The showcase answered " + answer.statusCode() + " to " + complete.method() + " "
                    + address + ": " + answer.body());
        }
        return answer.body();
    }
}
