package sightings.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tests for {@link RobotsRules}. */
class RobotsRulesTests {

    @Test
    void ownGroupReplacesTheOneForAll() {
        var rules = RobotsRules.parse("""
                User-agent: *
                Disallow: /

                User-agent: other
                User-agent: sightings
                Disallow: /private/
                Allow: /private/open
                """, "Sightings");

        assertThat(rules.allow("/post")).isTrue();
        assertThat(rules.allow("/private/x")).isFalse();
        assertThat(rules.allow("/private/open/x")).isTrue();
    }

    @Test
    void understandsWildcardsAndEnds() {
        var rules = RobotsRules.parse("User-agent: *\nDisallow: /*.pdf$\nDisallow: /*?print=", "Sightings");

        assertThat(rules.allow("/a/b.pdf")).isFalse();
        assertThat(rules.allow("/a/b.pdf.html")).isTrue();
        assertThat(rules.allow("/a?print=1")).isFalse();
    }

    @Test
    void emptyDisallowAllowsAll() {
        assertThat(RobotsRules.parse("User-agent: *\nDisallow:", "Sightings").allow("/"))
                .isTrue();
        assertThat(RobotsRules.parse("<html>not robots</html>", "Sightings").allow("/"))
                .isTrue();
    }

    @Test
    void endsSoonWhateverThePattern() {
        var rules = RobotsRules.parse("User-agent: *\nDisallow: /" + "*a".repeat(200) + "b", "Sightings");

        assertThat(rules.allow("/" + "a".repeat(5_000))).isTrue();
    }
}
