package sightings.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sightings.engines.Supervised;

/**
 * How one of the two services is started.
 * @param name what messages call it
 * @param jar its runnable jar; what it loads while it starts may lie beside it, as {@code start.aot}
 * @param port where it listens
 * @param settings Spring settings
 * @param environment variables, for what must not be seen in a list of processes
 * @param folder where relative file names in its settings begin
 * @param log file for its output
 */
record Service(
        String name,
        Path jar,
        int port,
        Map<String, String> settings,
        Map<String, String> environment,
        Path folder,
        Path log)
        implements Part {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Override
    public Supervised start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED"));
        Path remembered = jar.resolveSibling("start.aot");
        if (Files.exists(remembered)) {
            command.add("-XX:AOTCache=" + remembered);
        }
        command.addAll(List.of("-jar", jar.toString()));
        settings.forEach((key, value) -> command.add("--" + key + "=" + value));
        Map<String, String> variables = new HashMap<>(environment);
        // The C library would keep memory for every thread that there ever was.
        variables.put("MALLOC_ARENA_MAX", "2");
        return Supervised.start(name, command, variables, folder, log);
    }

    @Override
    public boolean ready(HttpClient client) throws InterruptedException {
        URI readiness = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
        HttpRequest request =
                HttpRequest.newBuilder(readiness).timeout(PATIENCE).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
