package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link LineBlocks}: however many threads take the blocks, each line is in one of them, and whole. */
class LineBlocksTests {

    private static final String TOO_LONG = "too long";

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {1, 2, 5})
    void givesEachLineToOneThread(int threads) throws Exception {
        var random = new Random(threads);
        var expected = new ArrayList<String>();
        for (int i = 0; i < 30_000; i++) {
            expected.add(i + " " + "x".repeat(random.nextInt(i % 1_000 == 0 ? 400_000 : 100)));
        }
        var text = String.join("\n", expected);
        // Sorted, since to look for each of so many among all takes longer than all else here.
        expected.sort(null);
        assertThat(read(text, threads).stream().sorted()).isEqualTo(expected);
        assertThat(read(text + "\n", threads).stream().sorted()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} bytes before it")
    @ValueSource(ints = {0, 1, 200_000, 262_143, 262_144, 262_145, 700_000})
    void passesOverALineThatIsTooLongWhereverItLies(int before) throws Exception {
        var head = "h".repeat(before);
        var most = "m".repeat(LineBlock.LONGEST);
        assertThat(read(head + "\n" + most + "\n" + most + "m\n" + most.repeat(3) + "\nlast", 1))
                .containsExactly(head, most, TOO_LONG, TOO_LONG, "last");
        assertThat(read(head + "\n" + most.repeat(2), 1)).containsExactly(head, TOO_LONG);
    }

    @Test
    void accountsForEachByteAndTellsOfThem() throws IOException {
        var text = "y".repeat(3_000_000) + "\nshort\n\nlast";
        var told = new ArrayList<Long>();
        long bytes = 0;
        var block = new LineBlock();
        try (var blocks = open(text, told)) {
            while (blocks.next(block)) {
                bytes += block.bytes();
            }
        }
        assertThat(bytes).isEqualTo(text.length());
        assertThat(told).isSorted().endsWith((long) text.length());
    }

    @Test
    void hasNoLinesWhereThereAreNone() throws Exception {
        assertThat(read("", 2)).isEmpty();
        assertThat(read("\n", 2)).containsExactly("");
    }

    private static LineBlocks open(String text, List<Long> told) throws IOException {
        return LineBlocks.open(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)),
                "combined",
                (bytes, _) -> told.add(bytes));
    }

    private static List<String> read(String text, int threads) throws Exception {
        var all = new ArrayList<String>();
        try (var blocks = open(text, new ArrayList<>());
                var pool = Executors.newFixedThreadPool(threads)) {
            var readings = new ArrayList<Future<List<String>>>();
            for (int thread = 0; thread < threads; thread++) {
                readings.add(pool.submit(() -> lines(blocks)));
            }
            for (var reading : readings) {
                all.addAll(reading.get());
            }
        }
        return all;
    }

    private static List<String> lines(LineBlocks blocks) throws IOException {
        var lines = new ArrayList<String>();
        var block = new LineBlock();
        while (blocks.next(block)) {
            while (block.next()) {
                lines.add(
                        block.tooLong()
                                ? TOO_LONG
                                : new String(
                                        block.buffer(),
                                        block.from(),
                                        block.to() - block.from(),
                                        StandardCharsets.ISO_8859_1));
            }
        }
        return lines;
    }
}
