package sightings.ingest.recognising;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static sightings.ingest.catalogue.Examples.dataset;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.ingest.catalogue.Catalogue;

/**
 * Tests for {@link Sieve}. That it lets through whatever is found is asserted by {@link Recogniser} itself, for each text
 * that any test finds something in.
 */
class SieveTests {

    private static final String UUID = "42f1066a-b19f-42c7-81d5-284f96ed7487";

    private final Catalogue fourByFours = Catalogue.of(List.of(dataset("data.example.gov", "igwz-8jzy")));
    private final Catalogue numbers =
            Catalogue.of(List.of(dataset("open.example.org", "trees", Set.of("trees"), Set.of(UUID), Set.of())));
    private final Recogniser recogniser = new Recogniser();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data.example.gov",
                "see https://DATA.EXAMPLE.GOV/",
                "x = \"igwz-8jzy\"",
                "IGWZ-8JZY",
                "https:\\/\\/data.example.gov\\/d\\/x",
                "data\\u002eexample.gov",
                "igwz\\u002D8jzy",
                "\\u0069gwz-8jzy",
                "naïve … 数据 igwz-8jzy"
            })
    void letsThroughWhatMayBeFound(String json) {
        assertThat(holds(json, fourByFours)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "igwz-8jz",
                "gwz-8jzy",
                "data.example.go",
                "ata.example.gov",
                "abcd-1234 and data.other.gov\\n\\u2013 \\u00e9",
                UUID,
                "0123456789abcdef0123456789abcdef"
            })
    void holdsBackInWhichNothingCanBe(String json) {
        assertThat(holds(json, fourByFours)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {UUID, "x 0123456789abcdef0123456789abcdef_0", "/0123456789ABCDEF0123456789ABCDEF"})
    void letsNumbersThroughWhereDatasetsHaveThem(String json) {
        assertThat(holds(json, numbers)).isTrue();
    }

    /** What stands before and behind the part that is asked of does not count. */
    @ParameterizedTest
    @ValueSource(strings = {"data.example.gov", "igwz-8jzy"})
    void looksNowhereElse(String found) {
        var bytes = (found + "  " + found).getBytes(UTF_8);
        for (int cut = 1; cut < found.length(); cut++) {
            assertThat(recogniser.mayFind(bytes, cut, bytes.length - cut, fourByFours))
                    .isFalse();
        }
    }

    private boolean holds(String json, Catalogue catalogue) {
        var bytes = json.getBytes(UTF_8);
        return recogniser.mayFind(bytes, 0, bytes.length, catalogue);
    }
}
