package sightings.ingest.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests for {@link ClickSorter}. */
class ClickSorterTests {

    private static final Comparator<long[]> ORDER = Arrays::compare;

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest(name = "{0} clicks, {1} in memory, values below {2}, seed {3}")
    @CsvSource({
        "0,10,5,1",
        "1,10,5,1",
        "10,10,5,1",
        "11,10,5,1",
        "5000,7,3,2",
        "5000,5000,1000000,3",
        "20000,100,4,4",
        "20000,1000,1,5",
        "200000,200000,100,6"
    })
    void handsOutAllClicksInOrder(int count, int inMemory, int bound, long seed) throws IOException {
        var random = new Random(seed);
        var expected = new ArrayList<long[]>();
        var sorted = new ArrayList<long[]>();
        try (var sorter = new ClickSorter(folder, inMemory)) {
            var batches = List.of(sorter.batch(), sorter.batch());
            for (int i = 0; i < count; i++) {
                var click = random.longs(ClickSorter.WIDTH, -bound, bound).toArray();
                expected.add(click);
                batches.get(random.nextInt(2)).add(click[0], click[1], click[2], click[3]);
            }
            sorter.forEach((numbers, at) -> sorted.add(Arrays.copyOfRange(numbers, at, at + ClickSorter.WIDTH)));
        }
        expected.sort(ORDER);
        assertThat(sorted).hasSameSizeAs(expected);
        for (int i = 0; i < count; i++) {
            assertThat(sorted.get(i)).containsExactly(expected.get(i));
        }
    }

    @Test
    void leavesNoFileBehind() throws IOException {
        try (var sorter = new ClickSorter(folder, 2)) {
            var batch = sorter.batch();
            for (int i = 0; i < 3_000; i++) {
                batch.add(i, 0, 0, 0);
            }
            assertThat(sorter.runs()).isPositive();
        }
        assertThat(files()).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.toList();
        }
    }
}
