package sightings.local.world;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A web server's access log in a folder: {@code access.log}, and the older ones with the day on which they were put aside. */
final class AccessLog {

    private static final Pattern STAMP = Pattern.compile("\\[([^]]+)]");
    private static final int TAIL = 16_384;

    private final Path folder;
    private final Path current;

    AccessLog(Path folder) {
        this.folder = folder;
        this.current = folder.resolve("access.log");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the access log in " + folder, e);
        }
    }

    Path folder() {
        return folder;
    }

    synchronized void append(List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        try {
            Files.writeString(
                    current,
                    String.join("\n", lines) + "\n",
                    StandardCharsets.ISO_8859_1,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + current, e);
        }
    }

    /** Puts the current file aside, named by the day on which that happens, as logrotate does. */
    synchronized void rotate(LocalDate day) {
        try {
            var aside = folder.resolve("access.log-" + day.format(DateTimeFormatter.BASIC_ISO_DATE));
            if (Files.exists(current) && !Files.exists(aside)) {
                Files.move(current, aside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot put " + current + " aside", e);
        }
    }

    /** The time of the last line ever written; empty where there is none. */
    synchronized Optional<Instant> lastTime() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("access.log"))
                    .flatMap(file -> lastTime(file).stream())
                    .max(Instant::compareTo);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
    }

    private static Optional<Instant> lastTime(Path file) {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, bytes.length() - TAIL);
            var tail = new byte[(int) (bytes.length() - from)];
            bytes.seek(from);
            bytes.readFully(tail);
            return new String(tail, StandardCharsets.ISO_8859_1)
                    .lines()
                    .map(STAMP::matcher)
                    .filter(java.util.regex.Matcher::find)
                    .flatMap(stamp -> time(stamp.group(1)).stream())
                    .max(Instant::compareTo);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static Optional<Instant> time(String stamp) {
        try {
            return Optional.of(LogLine.time(stamp));
        } catch (java.time.format.DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
