package sightings.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.dataset.DatasetId;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Tests for {@link AccessJson}: it is the general way, only faster. */
class AccessJsonTests {

    private static final String[] TEXTS = {
        "-", "curl", "a/b c", "", "\"", "\\", "Zürich", "tab\t", "\u007F", "\u2028", "😀"
    };

    private final JsonMapper general = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(included -> included.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    @ParameterizedTest
    @ValueSource(longs = {20261123, 1, 2})
    void givesTheBytesOfTheGeneralWayAndReadsThemBack(long seed) {
        var random = new Random(seed);
        int straight = 0;
        for (int i = 0; i < 5_000; i++) {
            var access = drawn(random);
            var expected = general.writeValueAsBytes(access);
            var written = AccessJson.write(access);
            if (written != null) {
                straight++;
                assertThat(written).as("seed %d", seed).isEqualTo(expected);
            }
            var read = AccessJson.read(expected);
            if (read != null) {
                assertThat(read).as("seed %d", seed).isEqualTo(access);
            }
            assertThat(read == null).as("seed %d, %s", seed, access).isEqualTo(written == null);
        }
        assertThat(straight).isBetween(500, 4_500);
    }

    @ParameterizedTest
    @ValueSource(longs = {20261127, 1, 2})
    void doesTheSameWithAccessesThatWereReadTogether(long seed) {
        var random = new Random(seed);
        int straight = 0;
        for (int i = 0; i < 2_000; i++) {
            var read = new AccessesRead(Stream.generate(() -> drawn(random))
                    .limit(1 + random.nextInt(4))
                    .toList());
            var expected = general.writeValueAsBytes(read);
            var written = AccessJson.write(read);
            if (written != null) {
                straight++;
                assertThat(written).as("seed %d", seed).isEqualTo(expected);
            }
            var back = AccessJson.readAll(expected);
            if (back != null) {
                assertThat(back).as("seed %d", seed).isEqualTo(read);
            }
            assertThat(back == null).as("seed %d, %s", seed, read).isEqualTo(written == null);
            expected[random.nextInt(expected.length)] = (byte) random.nextInt(' ', 0x7F);
            var damaged = AccessJson.readAll(expected);
            if (damaged != null) {
                assertThat(damaged).as("seed %d", seed).isEqualTo(general.readValue(expected, AccessesRead.class));
            }
        }
        assertThat(straight).isBetween(200, 1_800);
    }

    @Test
    void leavesAnEmptyListAndWhatIsCutToTheGeneralWay() {
        var one = new String(general.writeValueAsBytes(drawn(new Random(4))), StandardCharsets.UTF_8);
        for (var other : new String[] {
            "{\"accesses\":[]}",
            "{\"accesses\":[" + one + "]",
            "{\"accesses\":[" + one + ",]}",
            "{\"accesses\":[" + one + one + "]}",
            "{\"accesses\":[" + one + "]} ",
            "{\"accesses\":[" + one + ",null]}",
            "{\"more\":1,\"accesses\":[" + one + "]}"
        }) {
            assertThat(AccessJson.readAll(other.getBytes(StandardCharsets.UTF_8)))
                    .as(other)
                    .isNull();
        }
    }

    private static DatasetAccessed drawn(Random random) {
        long second = random.nextInt(10) == 0 ? random.nextLong(-1L << 36, 1L << 36) : random.nextLong(1L << 31);
        var time = Instant.ofEpochSecond(second, random.nextInt(5) == 0 ? random.nextInt(1_000_000_000) : 0);
        return new DatasetAccessed(
                new VisitorId(text(random)),
                new DatasetId(random.nextInt(20) == 0 ? "straße" : "abcd-1234"),
                time,
                AccessClass.values()[random.nextInt(4)],
                text(random),
                AccessKind.values()[random.nextInt(3)],
                random.nextBoolean() ? "GET" : "POST",
                100 + random.nextInt(500),
                LocalDate.ofInstant(time, ZoneOffset.UTC),
                text(random),
                "l" + random.nextInt(),
                orNone(random),
                orNone(random),
                orNone(random),
                orNone(random));
    }

    private static String text(Random random) {
        return random.nextInt(8) == 0 ? TEXTS[random.nextInt(TEXTS.length)] : "t" + random.nextInt(100);
    }

    private static @Nullable String orNone(Random random) {
        return random.nextBoolean() ? text(random) : null;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void saysOfDamagedBytesWhatTheGeneralWaySaysOrNothing(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            var bytes = general.writeValueAsBytes(drawn(random));
            for (int damage = 0; damage <= random.nextInt(3); damage++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(' ', 0x7F);
            }
            var read = AccessJson.read(bytes);
            if (read != null) {
                assertThat(read).as("seed %d", seed).isEqualTo(general.readValue(bytes, DatasetAccessed.class));
            }
        }
    }

    @Test
    void leavesWhatIsWrittenInAnotherWayToTheGeneralOne() {
        var written = new String(general.writeValueAsBytes(drawn(new Random(4))), StandardCharsets.UTF_8);
        for (var other : new String[] {
            "",
            "{}",
            "null",
            written.substring(0, written.length() - 1),
            written + " ",
            written.replace(":", ": "),
            written.replace("{\"visitor\"", "{\"mood\":\"sunny\",\"visitor\"")
        }) {
            assertThat(AccessJson.read(other.getBytes(StandardCharsets.UTF_8)))
                    .as(other)
                    .isNull();
        }
    }
}
