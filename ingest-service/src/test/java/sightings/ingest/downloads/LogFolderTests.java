package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests for {@link LogFolder} and {@link Following}: each line once, whatever happens to its file. */
class LogFolderTests {

    @TempDir
    Path folder;

    private Instant changed = Instant.EPOCH;

    private final List<String> read = new ArrayList<>();
    private RecordingReader reader;

    @BeforeEach
    void startReading() {
        reader = new RecordingReader(folder, InstantSource.system());
    }

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
        Files.write(folder.resolve("access.log.1.gz"), Arrays.copyOf(whole, 12));
        look();
        assertThat(read).isEmpty();
        assertThat(reader.last().unreadable())
                .as("it may still be being packed")
                .isEmpty();
        var old = FileTime.from(Instant.now().minusSeconds(120));
        Files.setLastModifiedTime(folder.resolve("access.log.1.gz"), old);
        look();
        assertThat(reader.last().unreadable()).containsExactly("access.log.1.gz");
        Files.write(folder.resolve("access.log.1.gz"), whole);
        look();
        assertThat(read).hasSize(5_000);
    }

    @Test
    void knowsAShorterCopyOfWhatWasReadOn() throws IOException {
        append("access.log", "one\ntwo\n");
        look();
        Files.copy(folder.resolve("access.log"), folder.resolve("access.log.1"));
        append("access.log", "three\n");
        look();
        Files.write(folder.resolve("access.log"), new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
        append("access.log", "four\n");
        pack("access.log.1", "access.log.1.gz");
        look();
        look();
        assertThat(read).containsExactly("one", "two", "three", "four");
        assertThat(reader.losses()).isEmpty();
    }

    @Test
    void saysWhereTheNewestFileIsGoneAndTheLogGoesOn() throws IOException {
        append("access.log", "one\n");
        look();
        append("access.log", "two\n");
        Files.delete(folder.resolve("access.log"));
        append("access.log", "three\n");
        look();
        look();
        assertThat(read).containsExactly("one", "three");
        assertThat(reader.losses()).hasSize(1);
    }

    @Test
    void saysNothingWhereAnOldFileIsDeleted() throws IOException {
        append("access.log.1", "one\n");
        Files.setLastModifiedTime(
                folder.resolve("access.log.1"), FileTime.from(Instant.now().minusSeconds(60)));
        append("access.log", "two\n");
        look();
        Files.delete(folder.resolve("access.log.1"));
        append("access.log", "three\n");
        look();
        look();
        assertThat(read).containsExactly("one", "two", "three");
        assertThat(reader.losses()).isEmpty();
    }

    @Test
    void readsOnlyFilesOfAPattern() throws IOException {
        append("access.log", "one\n");
        append("error.log", "two\n");
        reader = new RecordingReader(folder.resolve("access*"), InstantSource.system());
        look();
        assertThat(read).containsExactly("one");
    }

    @Test
    void doesNotReadACopyAgainThatEndsLongBeforeWhatWasRead() throws IOException {
        var lines = numbered(1, 3_300);
        append("access.log", String.join("", lines.subList(0, 3_000)));
        append("backup.log", String.join("", lines.subList(0, 1_000)) + "torn");
        look();
        append("access.log", String.join("", lines.subList(3_000, 3_300)));
        append("short.log", String.join("", lines.subList(0, 5)));
        look();
        reader.restart();
        append("backup2.log", String.join("", lines.subList(0, 2_228)));
        look();
        assertThat(read).hasSize(3_300).doesNotHaveDuplicates();
    }

    @Test
    void saysThatATornCopyCannotBeRead() throws IOException {
        var lines = String.join("", numbered(1, 3_000));
        append("access.log", lines);
        look();
        append("copy.log", lines);
        pack("copy.log", "copy.log.gz");
        var whole = Files.readAllBytes(folder.resolve("copy.log.gz"));
        Files.write(folder.resolve("copy.log.gz"), Arrays.copyOf(whole, whole.length / 2));
        Files.setLastModifiedTime(
                folder.resolve("copy.log.gz"), FileTime.from(Instant.now().minusSeconds(120)));
        look();
        look();
        assertThat(reader.last().unreadable()).containsExactly("copy.log.gz");
        assertThat(read).hasSize(3_000).doesNotHaveDuplicates();
    }

    @Test
    void readsACopyOnFromWhereItIsAnotherText() throws IOException {
        var lines = numbered(1, 1_000);
        append("access.log", String.join("", lines));
        look();
        append("other.log", String.join("", lines.subList(0, 500)) + "another\n");
        look();
        assertThat(read).hasSize(1_001).doesNotHaveDuplicates().endsWith("another");
    }

    @Test
    void readsALineWithoutEndOnceNobodyHasWrittenForAnHour() throws IOException {
        append("access.log.1", "one\ntwo without its e");
        append("access.log", "three\n");
        append("alone.log", "the only line");
        look();
        assertThat(read).containsExactly("one", "three");
        var old = FileTime.from(Instant.now().minusSeconds(3_700));
        Files.setLastModifiedTime(folder.resolve("access.log.1"), old);
        Files.setLastModifiedTime(folder.resolve("alone.log"), old);
        look();
        reader.restart();
        look();
        look();
        assertThat(read).containsExactlyInAnyOrder("one", "three", "two without its e", "the only line");
        append("alone.log", " and no more\nfour\n");
        look();
        assertThat(read).endsWith("the only line and no more", "four");
    }

    @Test
    void takesALineOverAMegabyteForOneHoweverItIsWritten() throws IOException {
        append("access.log", "one\n" + "x".repeat(2_500_000));
        look();
        append("access.log", "x".repeat(1_500_000));
        look();
        reader.restart();
        append("access.log", "the rest\ntwo\n");
        look();
        look();
        assertThat(reader.tooLong()).isOne();
        assertThat(read).containsExactly("one", "two");
    }

    private static List<String> numbered(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(i -> "a line with the number " + i + "\n")
                .toList();
    }

    @Test
    void goesOnFromACheckpointWithoutMarks() throws IOException {
        append("access.log", "one\ntwo\n");
        look();
        reader.forgetMarks();
        append("access.log", "three\n");
        look();
        assertThat(read).containsExactly("one", "two", "three");
    }

    private void look() throws IOException {
        reader.look();
        read.clear();
        read.addAll(reader.order());
    }

    private void append(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        touch(name);
    }

    /** Each change is later than the one before, which the system's clock of files does not tell when they follow fast. */
    private void touch(String name) throws IOException {
        var now = Instant.now();
        changed = now.isAfter(changed.plusMillis(1)) ? now : changed.plusMillis(1);
        Files.setLastModifiedTime(folder.resolve(name), FileTime.from(changed));
    }

    private void pack(String name, String packed) throws IOException {
        try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(packed)))) {
            Files.copy(folder.resolve(name), out);
        }
        touch(packed);
        Files.delete(folder.resolve(name));
    }
}
