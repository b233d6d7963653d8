package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link LogFolder}, {@link FileState} and {@link Lines}: each line once, whatever happens to its file. */
class LogFolderTests {

    @TempDir
    Path folder;

    private final Map<String, FileState> states = new HashMap<>();
    private final List<String> read = new ArrayList<>();
    private LogFolder files;

    @Test
    void followsAFileThatGrows() throws IOException {
        append("access.log", "one\n");
        look();
        append("access.log", "two\nthr");
        look();
        append("access.log", "ee\n");
        look();
        assertThat(read).containsExactly("one", "two", "three");
    }

    @Test
    void knowsARenamedFileAgain() throws IOException {
        append("access.log", "one\ntwo\n");
        look();
        append("access.log", "three\n");
        Files.move(folder.resolve("access.log"), folder.resolve("access.log.1"));
        append("access.log", "four\n");
        look();
        assertThat(read).containsExactly("one", "two", "three", "four");
    }

    @Test
    void knowsAPackedFileAgain() throws IOException {
        append("access.log", "one\ntwo\n");
        look();
        append("access.log", "three\n");
        pack("access.log", "access.log.1.gz");
        append("access.log", "four\n");
        look();
        look();
        assertThat(read).containsExactly("one", "two", "three", "four");
    }

    @Test
    void readsOneOfTwoWhileAFileIsBeingPacked() throws IOException {
        append("access.log.1", "one\ntwo\n");
        pack("access.log.1", "access.log.1.gz");
        append("access.log.1", "one\ntwo\n");
        look();
        Files.delete(folder.resolve("access.log.1"));
        look();
        assertThat(read).containsExactly("one", "two");
    }

    @Test
    void readsOnAfterTheFileWasCopiedAndCut() throws IOException {
        append("access.log", "one\ntwo\n");
        look();
        append("access.log", "three\n");
        Files.copy(folder.resolve("access.log"), folder.resolve("access.log.1"));
        Files.write(folder.resolve("access.log"), new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
        append("access.log", "four\n");
        look();
        assertThat(read).containsExactlyInAnyOrder("one", "two", "three", "four");
    }

    @Test
    void tellsFilesApartThatBeginAlike() throws IOException {
        var head = "the same line at the head of both\n".repeat(40);
        append("a.log", head + "a\n");
        look();
        append("b.log", head + "b\n");
        look();
        assertThat(read).endsWith("b");
        assertThat(read.stream().filter(line -> line.equals("a"))).hasSize(1);
    }

    @Test
    void leavesATornPackedFileForLater() throws IOException {
        append("access.log.1", "one\n".repeat(5_000));
        pack("access.log.1", "access.log.1.gz");
        var whole = Files.readAllBytes(folder.resolve("access.log.1.gz"));
        Files.write(folder.resolve("access.log.1.gz"), java.util.Arrays.copyOf(whole, 12));
        assertThat(files().look(states).unreadable()).containsExactly("access.log.1.gz");
        Files.write(folder.resolve("access.log.1.gz"), whole);
        look();
        assertThat(read).hasSize(5_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void readsEachLineOnceWhateverTheScheduleOfRotation(long seed) throws IOException {
        var random = new Random(seed);
        var written = new ArrayList<String>();
        int rotated = 0;
        for (int turn = 0; turn < 60; turn++) {
            switch (random.nextInt(6)) {
                case 0, 1, 2 -> {
                    for (int i = random.nextInt(20); i >= 0; i--) {
                        var line = "seed " + seed + " line " + written.size() + " " + "x".repeat(random.nextInt(90));
                        written.add(line);
                        append("access.log", line + "\n");
                    }
                }
                case 3 -> look();
                case 4 -> {
                    if (Files.exists(folder.resolve("access.log"))) {
                        Files.move(folder.resolve("access.log"), folder.resolve("access.log." + ++rotated));
                    }
                }
                default -> {
                    var name = "access.log." + rotated;
                    if (Files.exists(folder.resolve(name))) {
                        pack(name, name + ".gz");
                    }
                }
            }
            if (random.nextInt(10) == 0) {
                // A restart: only the checkpoints are left.
                files = null;
            }
        }
        look();
        look();
        assertThat(read).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(written);
    }

    private LogFolder files() {
        if (files == null) {
            files = new LogFolder(folder);
        }
        return files;
    }

    /** Reads as the watcher does, and keeps of each state only what a checkpoint keeps. */
    private void look() throws IOException {
        for (var found : files().look(states).files()) {
            var state = found.state();
            int tail = (int) Math.min(FileState.TAIL, state.position());
            try (var text = found.file().open(state.position() - tail)) {
                var lines = new Lines(
                        text,
                        state.position(),
                        text.readNBytes(tail),
                        found.file().packed());
                while (lines.next()) {
                    read.add(new String(lines.line(), 0, lines.length(), StandardCharsets.UTF_8));
                    state = state.readTo(lines.position(), lines.tail(), found.firstBytes());
                }
            }
            if (found.file().packed()) {
                state = state.readFrom(found.file().size());
            }
            states.put(state.part(), FileState.of(state.part(), state.state()));
            files().done(found.file(), state.part());
        }
    }

    private void append(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void pack(String name, String packed) throws IOException {
        try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(packed)))) {
            Files.copy(folder.resolve(name), out);
        }
        Files.delete(folder.resolve(name));
    }
}
