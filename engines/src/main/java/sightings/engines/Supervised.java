package sightings.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A child process that never outlives this JVM: a small supervisor script holds it, and ends it when the pipe from here
 * closes, which the operating system does for us even after {@code kill -9}.
 */
public final class Supervised implements AutoCloseable {

    // The script allows 10 s between TERM and KILL.
    private static final long PATIENCE_SECONDS = 15;

    private final String name;
    private final Path log;
    private final Process supervisor;

    private Supervised(String name, Path log, Process supervisor) {
        this.name = name;
        this.log = log;
        this.supervisor = supervisor;
    }

    /**
     * Starts a command under a supervisor.
     * @param name what messages call it
     * @param command program and arguments
     * @param environment variables added to this process's own
     * @param folder where it stands: relative file names begin there
     * @param log file that takes its output; earlier content is kept
     */
    public static Supervised start(
            String name, List<String> command, Map<String, String> environment, Path folder, Path log)
            throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        List<String> supervised = new ArrayList<>(List.of("/bin/sh", script(log).toString()));
        supervised.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(supervised)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return new Supervised(name, log, builder.start());
    }

    private static Path script(Path log) throws IOException {
        Path script = log.toAbsolutePath().resolveSibling("supervise.sh");
        try (InputStream content = Supervised.class.getResourceAsStream("supervise.sh")) {
            if (content == null) {
                throw new IllegalStateException("supervise.sh is missing from the engines jar");
            }
            // A running shell reads its script as it goes, so a new file takes the old one's place.
            Path fresh = Files.createTempFile(script.getParent(), "supervise", ".sh");
            Files.copy(content, fresh, StandardCopyOption.REPLACE_EXISTING);
            return Files.move(fresh, script, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** What messages call it. */
    public String name() {
        return name;
    }

    /** The file that has its output. */
    public Path log() {
        return log;
    }

    /** Whether it still runs. */
    public boolean alive() {
        return supervisor.isAlive();
    }

    /** Completes with the exit code when it has ended. */
    public CompletableFuture<Integer> ended() {
        return supervisor.onExit().thenApply(Process::exitValue);
    }

    /** Kills it at once, as a power cut would: for tests of what must survive that. */
    public void kill() {
        List<ProcessHandle> children = supervisor.descendants().toList();
        children.forEach(ProcessHandle::destroyForcibly);
        await();
    }

    /** Begins to end it without waiting: TERM, and KILL after 10 s. */
    public void stop() {
        try {
            supervisor.getOutputStream().close();
        } catch (IOException alreadyClosed) {
            // It has ended by itself: what we wanted.
            return;
        }
    }

    /** Ends it and waits until it has ended. */
    @Override
    public void close() {
        stop();
        await();
    }

    private void await() {
        try {
            if (!supervisor.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                supervisor.descendants().forEach(ProcessHandle::destroyForcibly);
                supervisor.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The last lines of its output, for a message about its end. */
    public String lastLines(int count) {
        try {
            List<String> lines = Files.readAllLines(log, java.nio.charset.StandardCharsets.ISO_8859_1);
            return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - count), lines.size()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
