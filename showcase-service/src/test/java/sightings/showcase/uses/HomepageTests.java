package sightings.showcase.uses;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.evidence.Subject;
import sightings.evidence.SubjectId;
import sightings.evidence.UseId;

/** Tests for {@link Homepage}. */
class HomepageTests {

    private static final UseId TREES = UseId.of(SubjectId.web(URI.create("https://trees.example.org/map")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://trees.example.org/map",
                "http://www.trees.example.org/map/",
                " trees.example.org/map ",
                "HTTPS://Trees.example.org/map?utm_source=readme#top"
            })
    void isTheUseAtItsAddressHoweverThatIsWritten(String homepage) {
        assertThat(Homepage.of(about(homepage))).contains(TREES);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "  ", "mailto:me@example.org", "ftp://example.org/x", "not a homepage", "javascript:x()"})
    void isNoneWhereABrowserOpensNothing(@Nullable String homepage) {
        assertThat(Homepage.of(about(homepage))).isEmpty();
    }

    @Test
    void isNotTheUseItself() {
        var site = new Subject(
                new SubjectId("trees.example.org"),
                Subject.Kind.SITE,
                "Trees",
                null,
                "https://trees.example.org",
                "https://www.trees.example.org/",
                null,
                null,
                null,
                List.of(),
                null);

        assertThat(Homepage.of(site)).isEmpty();
    }

    private static Subject about(@Nullable String homepage) {
        return new Subject(
                SubjectId.github(42),
                Subject.Kind.REPOSITORY,
                "tree-map",
                null,
                "https://github.com/example/tree-map",
                homepage,
                null,
                null,
                null,
                List.of(),
                null);
    }
}
