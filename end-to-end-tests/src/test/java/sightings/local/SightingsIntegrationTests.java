package sightings.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sightings.engines.Folders;

/** Tests for {@link Sightings}: real engines and a real process tree, with tiny programs where the services would be. */
class SightingsIntegrationTests {

    private static final Pattern READY = Pattern.compile("READY (http://127\\.0\\.0\\.1:\\d+/) \\(public site\\), "
            + "(http://127\\.0\\.0\\.1:\\d+/desk) \\(desk: name staff, password (\\w+)\\)");

    private Path folder = Path.of("");
    private Path state = Path.of("");
    private final List<Process> launchers = new ArrayList<>();

    @BeforeEach
    void buildTinyServices() throws IOException {
        folder = Files.createTempDirectory("sightings-local-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        state = folder.resolve("state");
        tinyJar("ingest-service");
        tinyJar("showcase-service");
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        for (Process launcher : launchers) {
            launcher.destroy();
            launcher.waitFor(30, TimeUnit.SECONDS);
        }
        Folders.delete(folder);
    }

    @Test
    void startsWatchesStopsAndLeavesNoOrphan() throws Exception {
        Process first = launch("up");
        Matcher ready = awaitReady(first);
        List<ProcessHandle> children = first.descendants().toList();

        assertThat(output(first)).containsPattern("Elasticsearch.* (is|are) starting, \\d+ s");
        assertThat(children).hasSizeGreaterThanOrEqualTo(7);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve("desk-password"))))
                .isEqualTo("rw-------");
        assertThat(Files.readString(state.resolve("logs/showcase.log")))
                .contains("--spring.config.import=file:" + state.resolve("city.yml"))
                .doesNotContain(ready.group(3));

        refusesToRunTwice();
        startsAgainWhatEnds(first);

        first.destroy();
        assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertEnded(children, Duration.ofSeconds(2));

        Process second = launch("up");
        assertThat(awaitReady(second).group(3)).as("the password is kept").isEqualTo(ready.group(3));
        leavesNoOrphanWhenKilled(second);
    }

    private void refusesToRunTwice() throws Exception {
        Process other = launch("up");
        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output(other)).contains("already running");
    }

    private void startsAgainWhatEnds(Process launcher) throws Exception {
        ProcessHandle service = launcher.descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/java"))
                .filter(process -> process.info().commandLine().orElse("").contains("ingest-service-test-exec.jar"))
                .findAny()
                .orElseThrow();

        service.destroyForcibly();

        await(Duration.ofSeconds(30), () -> output(launcher).contains("ingest has ended and is started again"));
    }

    private static void leavesNoOrphanWhenKilled(Process launcher) throws Exception {
        List<ProcessHandle> children = launcher.descendants().toList();
        launcher.destroyForcibly().waitFor();
        assertEnded(children, Duration.ofSeconds(15));
    }

    @Test
    void tellsWhichPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            Process launcher = launch("--port", Integer.toString(taken.getLocalPort()));
            assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(launcher.exitValue()).isEqualTo(1);
            assertThat(output(launcher))
                    .contains("Port " + taken.getLocalPort() + " is taken by another program", "--port ");
        }
    }

    @Test
    void tellsWhyAServiceDidNotStart() throws Exception {
        Process launcher = launch("up", "--set", "break=true");
        assertThat(launcher.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(launcher.exitValue()).isEqualTo(1);
        assertThat(output(launcher)).contains("could not start", "city.portals[0].kind must be socrata or dcat-us");
    }

    @Test
    void keepsSampleAndCityApart() throws Exception {
        Path city = folder.resolve("city.yml");
        Files.writeString(city, "city:\n  name: Exampleville\n");
        Files.createDirectories(state);
        Files.writeString(state.resolve("city.txt"), "the sample city\n");

        Process launcher = launch("--city", city.toString());

        assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output(launcher)).contains("keeps the data of the sample city, not of the city Exampleville");
    }

    private Process launch(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dsightings.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Sightings.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--state", state.toString(), "--ingest-port", "0", "--world-port", "0"));
        command.addAll(List.of("--kafka-port", "0", "--elasticsearch-port", "0"));
        if (!command.contains("--port")) {
            command.addAll(List.of("--port", "0"));
        }
        Process launcher = new ProcessBuilder(command)
                .directory(folder.resolve("local-stack").toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output-" + launchers.size()).toFile())
                .start();
        launchers.add(launcher);
        return launcher;
    }

    private String output(Process launcher) {
        try {
            return Files.readString(folder.resolve("output-" + launchers.indexOf(launcher)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Matcher awaitReady(Process launcher) throws InterruptedException {
        await(Duration.ofMinutes(3), () -> output(launcher).contains("READY ") || !launcher.isAlive());
        Matcher ready = READY.matcher(output(launcher));
        assertThat(ready.find()).as(output(launcher)).isTrue();
        return ready;
    }

    private static void assertEnded(List<ProcessHandle> processes, Duration patience) throws InterruptedException {
        await(patience, () -> processes.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static void await(Duration patience, BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(patience);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(100);
        }
    }

    private void tinyJar(String service) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, TinyService.class.getName());
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        TinyService.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString());
        Path target = Files.createDirectories(
                folder.resolve("local-stack/target/services").resolve(service));
        try (JarOutputStream jar =
                new JarOutputStream(Files.newOutputStream(target.resolve(service + "-test-exec.jar")), manifest)) {
            jar.finish();
        }
    }
}
