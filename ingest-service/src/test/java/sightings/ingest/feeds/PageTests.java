package sightings.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests for {@link Page}. */
class PageTests {

    private static final String FOUND = "https://www.blog.example.org/posts/1?page=2";

    @ParameterizedTest
    @CsvSource({
        "/posts/one, https://www.blog.example.org/posts/one",
        "https://blog.example.org/posts/one#top, https://blog.example.org/posts/one",
        "http://BLOG.example.org:80/posts/one, http://BLOG.example.org:80/posts/one",
        "https://victim.example.org/report, https://www.blog.example.org/posts/1?page=2",
        "//victim.example.org/report, https://www.blog.example.org/posts/1?page=2",
        "https://blog.example.org@victim.example.org/, https://www.blog.example.org/posts/1?page=2",
        "https://somebody@blog.example.org/, https://www.blog.example.org/posts/1?page=2",
        "https://blog.example.org:8443/, https://www.blog.example.org/posts/1?page=2",
        "https://blog.example.org.victim.example/, https://www.blog.example.org/posts/1?page=2",
        "javascript:alert(1), https://www.blog.example.org/posts/1?page=2",
    })
    void isKnownByAnAddressOfItsOwnSiteOnly(String canonical, String expected) {
        var html = "<link rel=canonical href='" + canonical + "'><article>words</article>";

        assertThat(Page.read(html, URI.create(FOUND)).canonical()).hasToString(expected);
    }
}
