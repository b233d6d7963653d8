package sightings.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sightings.engines.Folders;

/**
 * The sample city as {@code ./sightings} starts it, once for all browser tests of the build, with its own data and ports.
 * Whoever works on pages can have one running already, and name it: {@code -Dsightings.site=http://127.0.0.1:8080
 * -Dsightings.password=...}, and {@code -Dsightings.kafka=9192} if its Kafka listens elsewhere.
 */
final class LocalStack {

    private static final Pattern READY =
            Pattern.compile("READY (http://127\\.0\\.0\\.1:\\d+)/ .*password ([^)\\s]+)\\)");
    private static final Pattern STORY = Pattern.compile("/stories/[a-z0-9]{26}\"");
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    static final int STORIES = 7;

    private static @Nullable LocalStack shared;

    private final @Nullable Process launcher;
    private final Path folder;
    private final Path output;
    private final int kafkaPort;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String site;
    private final String password;

    private LocalStack() throws IOException {
        folder = Files.createTempDirectory("sightings-browser-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        output = Files.createDirectories(Path.of("target")).resolve("local-stack.log");
        var running = System.getProperty("sightings.site");
        kafkaPort = running == null ? freePort() : Integer.getInteger("sightings.kafka", 9192);
        launcher = running == null ? launch() : null;
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        if (running == null) {
            await("READY, see " + output.toAbsolutePath(), () -> ready().find());
            var ready = ready();
            ready.find();
            site = ready.group(1);
            password = ready.group(2);
        } else {
            site = running;
            password = System.getProperty("sightings.password", "");
        }
        await("the sample's seven stories are published", () -> storyPaths().size() >= STORIES);
        await("the sample's problem statements are published", () -> text("/problem-statements/PS-001") != null);
        await("downloads are counted", () -> {
            var home = text("/");
            return home != null && home.contains("class=\"chart\"");
        });
    }

    /** The one that all tests share. */
    static synchronized LocalStack shared() {
        if (shared == null) {
            try {
                shared = new LocalStack();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shared;
    }

    /** The site's address, without a slash at its end. */
    String site() {
        return site;
    }

    /** The password that the launcher made for the desk. */
    String password() {
        return password;
    }

    /** Where its Kafka listens. */
    String kafka() {
        return "127.0.0.1:" + kafkaPort;
    }

    /** A story's page. */
    String story() {
        return storyPaths().getFirst();
    }

    private List<String> storyPaths() {
        var page = text("/stories");
        return page == null
                ? List.of()
                : STORY.matcher(page)
                        .results()
                        .map(found -> found.group().replace("\"", ""))
                        .distinct()
                        .toList();
    }

    private @Nullable String text(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(site + path))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? response.body() : null;
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Process launch() throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dsightings.home=" + Path.of("..").toAbsolutePath().normalize(),
                "-cp",
                System.getProperty("java.class.path"),
                "sightings.local.Sightings",
                "up",
                "--sample",
                "--state",
                folder.resolve("state").toString(),
                "--port",
                "0",
                "--ingest-port",
                "0",
                "--world-port",
                "0",
                "--kafka-port",
                Integer.toString(kafkaPort),
                "--elasticsearch-port",
                "0");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private Matcher ready() {
        try {
            return READY.matcher(Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await(String what, BooleanSupplier so) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!so.getAsBoolean()) {
            if (launcher != null && !launcher.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("Did not come: " + what);
            }
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private void end() {
        try {
            if (launcher != null) {
                stop(launcher);
            }
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(Process launcher) throws InterruptedException {
        launcher.destroy();
        if (!launcher.waitFor(30, TimeUnit.SECONDS)) {
            launcher.destroyForcibly();
        }
    }
}
