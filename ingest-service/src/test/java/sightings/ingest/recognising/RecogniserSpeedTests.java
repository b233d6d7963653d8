package sightings.ingest.recognising;

import static org.assertj.core.api.Assertions.assertThat;
import static sightings.ingest.catalogue.Examples.dataset;
import static sightings.ingest.recognising.Observations.file;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.dataset.Dataset;
import sightings.ingest.Growth;
import sightings.ingest.catalogue.Catalogue;

/** Tests for how {@link Recogniser}'s time grows, and for changing its catalogue under way. */
class RecogniserSpeedTests {

    private final Catalogue catalogue = Catalogue.of(List.of(
            dataset("data.example.gov", "igwz-8jzy"),
            dataset("open.example.org", "air-quality", Set.of("trees"), Set.of(), Set.of())));
    private final Recogniser recogniser = new Recogniser();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data.example.gov/",
                "data.example.gov/&",
                "data.example.gov/\"+\"",
                "https://data.example.gov/resource/ ",
                "https://data.other.gov/d/igwz-8jzy/",
                "igwz-8jzy ",
                "igwz-8jzy/",
                "aaaaaaaa-aaaa-aaaa-aaaa-",
                "dd4580c810204019a7b8eb3e0b329dd6",
                "\"air-quality\" open.example.org package_show ",
                "/dataset/air-quality open.example.org ",
                "{id: \"trees\"} open.example.org package_show ",
                "Title of air-quality open.example.org ",
                "`open.example.org/dataset/?id=${x}` x = \"trees\" ",
                "x.y-z_"
            })
    void fourTimesTheTextTakesFourTimesAndNotSixteenTimesAsLong(String piece) throws Exception {
        var shorter = file("a.py", piece.repeat(200_000 / piece.length()));
        var longer = file("a.py", piece.repeat(Growth.LONGER * 200_000 / piece.length()));

        Growth.assertLinear(
                () -> recogniser.recognise(shorter, catalogue), () -> recogniser.recognise(longer, catalogue));
    }

    @Test
    void changedCatalogueIsSwappedInWithinASecondWithoutMissingAText() throws InterruptedException {
        var second = datasets(10_000);
        second.add(dataset("data.example.gov", "igwz-8jzy"));
        var after = Catalogue.of(second);
        var current = new AtomicReference<>(Catalogue.of(datasets(10_000)));
        var text = file("a.py", "get('https://data.example.gov/resource/2222-aaaa.json') # igwz-8jzy");
        var missed = new AtomicInteger();
        var slowest = new AtomicLong();
        recogniser.recognise(text, current.get());
        var reader = Thread.ofPlatform().start(() -> {
            int finds = 0;
            while (finds < 2) {
                // Processor time: other work of the machine must not look like ours.
                long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                var found = recogniser.recognise(text, current.get());
                slowest.accumulateAndGet(
                        ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin, Math::max);
                if (found.stream().noneMatch(find -> find.dataset().value().equals("2222-aaaa"))) {
                    missed.incrementAndGet();
                }
                finds = found.size();
            }
        });

        current.set(after);
        reader.join(60_000);

        assertThat(reader.isAlive()).isFalse();
        assertThat(missed).hasValue(0);
        assertThat(slowest.get()).isLessThan(1_000_000_000L);
    }

    private static List<Dataset> datasets(int count) {
        var alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
        return new java.util.ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> {
                    var end = new StringBuilder();
                    for (int n = i, k = 0; k < 4; k++, n /= 32) {
                        end.append(alphabet.charAt(n % 32));
                    }
                    return dataset("data.example.gov", "2222-" + end);
                })
                .toList());
    }
}
