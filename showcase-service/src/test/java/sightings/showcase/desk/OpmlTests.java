package sightings.showcase.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link Opml}. */
class OpmlTests {

    @Test
    void readsBackWhatItWrote() {
        var addresses = List.of("https://a.example/feed?x=1&y=2", "https://b.example/\"<feed>");

        assertThat(read(Opml.write("Feeds & more", addresses))).contains(new Opml.Named(addresses, 0));
    }

    @Test
    void readsNestedOutlinesEachOnce() {
        var document = """
                <?xml version="1.0"?><opml version="1.1"><body><outline text="Civic">
                  <outline text="A" xmlUrl=" https://a.example/feed "/><outline text="no feed" htmlUrl="https://x.example"/>
                  <outline text="A again" xmlUrl="https://a.example/feed"/></outline></body></opml>
                """;

        assertThat(read(document)).contains(new Opml.Named(List.of("https://a.example/feed"), 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not xml",
                "<html/>",
                "<opml><body>",
                "<!DOCTYPE opml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><opml><body><outline xmlUrl=\"&x;\"/></body></opml>",
                "<!DOCTYPE opml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><opml><head>&b;</head></opml>"
            })
    void readsNothingOutOfWhatIsNoPlainOpml(String document) {
        assertThat(read(document).map(Opml.Named::addresses).orElse(List.of())).isEmpty();
    }

    @Test
    void takesNoMoreThanItsCapAndCountsTheRest() {
        var many = new StringBuilder("<opml><body>");
        for (int i = 0; i < Opml.MOST + 7; i++) {
            many.append("<outline xmlUrl=\"https://a.example/").append(i).append("\"/>");
        }

        var named = read(many.append("</body></opml>").toString()).orElseThrow();

        assertThat(named.addresses()).hasSize(Opml.MOST);
        assertThat(named.leftOut()).isEqualTo(7);
    }

    private static java.util.Optional<Opml.Named> read(String document) {
        return Opml.read(document.getBytes(StandardCharsets.UTF_8));
    }
}
