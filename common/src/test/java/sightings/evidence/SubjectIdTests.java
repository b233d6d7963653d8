package sightings.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sightings.dataset.DatasetId;

/** Tests for {@link SubjectId}, {@link UseId} and {@link SightingId}. */
class SubjectIdTests {

    @ParameterizedTest
    @CsvSource({
        "https://www.Example.org/post/, example.org/post",
        "http://example.org:80/post#top, example.org/post",
        "https://example.org:8443/post, example.org:8443/post",
        "https://example.org/, example.org",
        "https://example.org/p?id=3&utm_source=x&fbclid=y, example.org/p?id=3",
        "https://example.org/p?utm_campaign=x, example.org/p",
    })
    void namesAPageWithoutWhatDoesNotMatter(URI address, String expected) {
        assertThat(SubjectId.web(address).value()).isEqualTo(expected);
    }

    @Test
    void idsAreStableAcrossReleases() {
        var subject = SubjectId.github(42);
        assertThat(UseId.of(subject).value()).isEqualTo("gr4ye75ubyrfzxkgrxbsc345ly");
        assertThat(SightingId.of(subject, new Place("https://e.org/a", null, 1), new DatasetId("abcd-2345"))
                        .value())
                .isEqualTo("giioffzipyxyngdabeou2tpnbi");
    }

    @Test
    void lineIsNoPartOfASightingsIdentity() {
        var place = new Place("https://e.org/a", "a", 1);
        assertThat(SightingId.of(SubjectId.github(1), place, new DatasetId("abcd-2345")))
                .isEqualTo(SightingId.of(SubjectId.github(1), place.atLine(9), new DatasetId("abcd-2345")));
    }
}
