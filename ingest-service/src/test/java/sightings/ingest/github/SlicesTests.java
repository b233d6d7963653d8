package sightings.ingest.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link Slices} and {@link Slice}. */
class SlicesTests {

    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");
    private static final String UUID = "0a1b2c3d-0000-4000-8000-00000000000";

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void rangesOfAllPartsHoldEachSizeExactlyOnce(long seed) {
        var random = new Random(seed);
        var leaves = List.of(Slice.whole(Slice.Kind.CODE, List.of("data.example.gov")));
        for (int round = 0; round < 200; round++) {
            var next = new ArrayList<>(leaves);
            var cut = next.remove(random.nextInt(next.size()));
            var parts = Slices.split(cut, NOW);
            next.addAll(parts.isEmpty() || !parts.getFirst().narrowing().isEmpty() ? List.of(cut) : parts);
            leaves = next;
        }
        for (int i = 0; i < 2_000; i++) {
            long size = random.nextInt(500_000);
            assertThat(leaves.stream().filter(leaf -> leaf.from() <= size && size <= leaf.to()))
                    .as("seed %d, size %d", seed, size)
                    .hasSize(1);
        }
    }

    @Test
    void momentsOfTwoHalvesTouchAndDoNotOverlap() {
        var parts = Slices.split(Slice.whole(Slice.Kind.REPOSITORIES, List.of("data.example.gov")), NOW);

        assertThat(parts).hasSize(2);
        assertThat(parts.get(1).from()).isEqualTo(parts.get(0).to() + 1);
        assertThat(parts.get(0).query())
                .isEqualTo("\"data.example.gov\" in:name,description,readme"
                        + " pushed:1970-01-01T00:00:00Z..2017-06-02T06:00:00Z");
        assertThat(parts.get(1).query()).endsWith(" pushed:>=2017-06-02T06:00:01Z");
    }

    @Test
    void filesOfOneSizeAreToldApartByExtensionAndThenByFolder() {
        var one = Slice.whole(Slice.Kind.CODE, List.of("data.example.gov")).between(700, 700);

        var byExtension = Slices.split(one, NOW);
        var byFolder = Slices.split(byExtension.getFirst(), NOW);

        assertThat(byExtension).extracting(Slice::query).contains("\"data.example.gov\" size:700 extension:ipynb");
        assertThat(byExtension.getLast().query())
                .isEqualTo("\"data.example.gov\" size:700 NOT extension:py NOT extension:js NOT extension:ipynb"
                        + " NOT extension:json NOT extension:md");
        assertThat(byFolder.getLast().query())
                .isEqualTo("\"data.example.gov\" size:700 extension:py NOT path:src NOT path:docs NOT path:data"
                        + " NOT path:scripts NOT path:app");
        assertThat(Slices.split(byFolder.getLast(), NOW)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Slice.Kind.class)
    void noQueryOnTheWayDownIsMoreThanGitHubTakes(Slice.Kind kind) {
        var ids = List.of(UUID + "1", UUID + "2", UUID + "3", UUID + "4", UUID + "5", UUID + "6");
        var words = Terms.together(ids).after(null).orElseThrow();
        var open = new ArrayDeque<>(List.of(Slice.whole(kind, words)));
        for (int i = 0; i < 20_000 && !open.isEmpty(); i++) {
            var slice = open.removeFirst();
            assertThat(slice.query()).hasSizeLessThanOrEqualTo(Slice.MAX_QUERY);
            assertThat(slice.operators()).isLessThanOrEqualTo(Slice.MAX_OPERATORS);
            Slices.split(slice, NOW).forEach(open::addFirst);
        }
    }
}
