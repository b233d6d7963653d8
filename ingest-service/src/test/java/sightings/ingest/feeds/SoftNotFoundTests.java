package sightings.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link SoftNotFound}. */
class SoftNotFoundTests {

    private static final URI ASKED = URI.create("https://news.example.org/2025/trees");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>404 | News</title><p>Oops",
                "<title>Page not found</title><main>Try the search</main>",
                "<title>News</title><main><h1>Not Found</h1>Sorry.</main>",
                "<title>News</title><main><p>The page you are looking for no longer exists.</main>",
                "<title>News</title><main>Sorry, this post has been removed</main>",
                "<title>Página no encontrada</title>",
                "<title>Noticias</title><main>Lo sentimos, la página que busca no existe.</main>"
            })
    void seesThatThereIsNoSuchPage(String html) {
        assertThat(judge(html, ASKED)).isInstanceOf(ArticleReading.Missing.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>Trees of the city</title><article>All about trees.</article>",
                "<title>Lost and found</title><article>What was not found on buses.</article>",
                "<title>Room 4045</title><article>A page of history.</article>"
            })
    void letsArticlesBe(String html) {
        assertThat(judge(html, ASKED)).isInstanceOf(ArticleReading.Read.class);
    }

    @Test
    void letsALongArticleBeThatIsAboutPagesThatAreNotFound() {
        var html = "<title>Page not found: why links rot</title><article>" + "Links rot. ".repeat(300) + "</article>";

        assertThat(judge(html, ASKED)).isInstanceOf(ArticleReading.Read.class);
    }

    @Test
    void seesARedirectToTheFrontPageOrToAPageForErrors() {
        assertThat(judge("<p>Welcome", URI.create("https://www.example.org/")))
                .isEqualTo(new ArticleReading.Missing("it leads to the site's front page"));
        assertThat(judge("<p>Welcome", URI.create("https://news.example.org/error/404.html")))
                .isInstanceOf(ArticleReading.Missing.class);
    }

    @Test
    void letsAFrontPageBeThatWasAskedFor() {
        var front = URI.create("https://news.example.org/");

        assertThat(SoftNotFound.judge(front, front, Page.read("<p>Welcome", front)))
                .isInstanceOf(ArticleReading.Read.class);
    }

    @Test
    void letsAPageBeThatHasMoved() {
        assertThat(judge("<p>All about trees", URI.create("https://news.example.org/archive/trees")))
                .isInstanceOf(ArticleReading.Read.class);
    }

    private static ArticleReading judge(String html, URI came) {
        return SoftNotFound.judge(ASKED, came, Page.read(html, came));
    }
}
