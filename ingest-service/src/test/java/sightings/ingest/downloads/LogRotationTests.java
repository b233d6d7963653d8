package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests for {@link Following}: whatever a server and those who rotate its logs do, each line is read exactly once, or it was
 * destroyed before anybody could look and that is said.
 */
class LogRotationTests {

    private static final int SCHEDULES = 240;
    private static final int SCHEDULES_OF_A_STYLE = 20;
    private static final int TURNS = 60;
    private static final List<String> WAYS =
            List.of("look, and be killed", "look for a short time", "look while something happens");

    @TempDir
    Path folder;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SCHEDULES);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void readsEachLineOnceOrSaysThatItIsLost(long seed) throws Exception {
        run(seed, RotatingServer.Style.PLAIN, seed % 2 == 0);
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("styles")
    void understandsEachLineWhateverBecomesOfItsFile(RotatingServer.Style style, long seed) throws Exception {
        run(seed, style, false);
    }

    static Stream<Arguments> styles() {
        return Stream.of(RotatingServer.Style.COMBINED, RotatingServer.Style.JSON, RotatingServer.Style.W3C)
                .flatMap(style ->
                        LongStream.rangeClosed(1, SCHEDULES_OF_A_STYLE).mapToObj(seed -> Arguments.of(style, seed)));
    }

    private void run(long seed, RotatingServer.Style style, boolean destroying) throws Exception {
        var random = new Random(seed);
        try (var server = new RotatingServer(folder, random, style)) {
            if (seed % 4 == 1) {
                server.keepCopies();
            }
            var reader = style == RotatingServer.Style.PLAIN
                    ? new RecordingReader(folder, server.clock())
                    : new RecordingReader(folder, server.clock(), LineReaders.of(server.clock()));
            for (int turn = 0; turn < TURNS; turn++) {
                if (random.nextInt(4) == 0) {
                    look(server, reader, random);
                } else if (destroying && random.nextInt(12) == 0) {
                    server.note("stop");
                    reader.restart();
                    server.destroy(reader.watches("access.log"));
                } else {
                    server.work(() -> {
                        server.note("look in the midst of it");
                        server.looked(false);
                        reader.look();
                    });
                }
                if (random.nextInt(10) == 0) {
                    server.note("restart");
                    reader.restart();
                }
            }
            server.end();
            for (int i = 0; i < 4; i++) {
                reader.look();
            }
            var how = "seed " + seed + "\n" + String.join("\n", server.history()) + "\n";
            check(how, server, reader);
            if (style != RotatingServer.Style.PLAIN) {
                var lines = new HashSet<>(server.written().keySet());
                lines.retainAll(reader.read().keySet());
                lines.removeAll(server.split());
                lines.removeAll(reader.understood());
                assertThat(lines).as("%s: lines not understood", how).isEmpty();
                assertThat(reader.understood()).as("nothing was understood").isNotEmpty();
            }
        }
    }

    private static void look(RotatingServer server, RecordingReader reader, Random random) throws IOException {
        int way = random.nextInt(6);
        server.note(way < 3 ? WAYS.get(way) : "look");
        server.looked(false);
        switch (way) {
            case 0 -> reader.crash(random.nextInt(3));
            case 1 -> reader.lookFor(random.nextInt(3));
            case 2 -> reader.lookWhile(() -> server.work(() -> {}));
            default -> {
                server.looked(true);
                reader.look();
            }
        }
    }

    private static void check(String seed, RotatingServer server, RecordingReader reader) throws IOException {
        var read = reader.read();
        var twice = read.entrySet().stream()
                .filter(line -> line.getValue() > 1 && server.written().containsKey(line.getKey()))
                .collect(Collectors.toMap(java.util.Map.Entry::getKey, java.util.Map.Entry::getValue));
        assertThat(twice).as("%s: lines that were read twice", seed).isEmpty();
        var present = server.present();
        var unread = new HashSet<>(server.written().keySet());
        unread.removeAll(read.keySet());
        var forgotten = new HashSet<>(unread);
        forgotten.retainAll(present);
        assertThat(forgotten)
                .as("%s: lines that are there and were not read", seed)
                .isEmpty();
        unread.removeAll(server.torn());
        unread.removeAll(server.untraceable());
        unread.removeIf(line -> reader.losses().stream()
                .anyMatch(loss -> loss.covers(server.written().get(line))));
        assertThat(unread).as("%s: lines that were lost without a word", seed).isEmpty();
        if (!server.destroyed()) {
            assertThat(reader.losses()).as("%s: losses that are none", seed).isEmpty();
        }
        var invented = read.keySet().stream()
                .filter(line -> !line.startsWith("#") && !server.written().containsKey(line))
                .filter(line -> server.split().stream().noneMatch(torn -> torn.contains(line)))
                .toList();
        assertThat(invented).as("%s: lines that nobody wrote", seed).isEmpty();
    }
}
