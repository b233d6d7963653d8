package sightings.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link FeedDocument}. */
class FeedDocumentTests {

    private static final URI ADDRESS = URI.create("https://news.example.org/blog/feed.xml");

    @Test
    void readsRss() throws Exception {
        var feed = read("""
                <?xml version="1.0"?>
                <rss version="2.0"><channel><title>City &amp; News</title><link>https://news.example.org/</link>
                <language>en-us</language>
                <item><title>One &lt;b&gt;post&lt;/b&gt;</title><link>/posts/1</link><guid isPermaLink="false">abc</guid>
                <pubDate>Tue, 03 Jun 2025 09:39:21 GMT</pubDate><description>&lt;p&gt;Text&lt;/p&gt;</description></item>
                <item><guid>https://news.example.org/posts/2</guid><title>Two</title></item>
                <item><title>Neither</title></item>
                </channel></rss>
                """);

        assertThat(feed.title()).isEqualTo("City & News");
        assertThat(feed.items()).hasSize(3);
        var item = feed.items().getFirst();
        assertThat(item.id()).isEqualTo("abc");
        assertThat(item.link()).isEqualTo("https://news.example.org/posts/1");
        assertThat(item.title()).isEqualTo("One post");
        assertThat(item.html()).contains("<p>Text</p>");
        assertThat(item.publishedAt()).isEqualTo(Instant.parse("2025-06-03T09:39:21Z"));
        assertThat(feed.items().get(1).link()).isEqualTo("https://news.example.org/posts/2");
        assertThat(feed.items().get(2).link()).isNull();
    }

    @Test
    void readsAtom() throws Exception {
        var feed = read("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><link href="https://news.example.org/"/>
                <author><name>Jane Doe</name></author>
                <entry><id>urn:1</id><title>Post</title><link rel="alternate" href="../post"/>
                <published>2025-06-03T09:39:21Z</published><updated>2025-06-04T09:39:21+02:00</updated>
                <content type="html">&lt;a href="https://data.example.gov/d/abcd-2345"&gt;x&lt;/a&gt;</content></entry></feed>
                """);

        var item = feed.items().getFirst();
        assertThat(item.id()).isEqualTo("urn:1");
        assertThat(item.link()).isEqualTo("https://news.example.org/post");
        assertThat(item.updatedAt()).isEqualTo(Instant.parse("2025-06-04T07:39:21Z"));
        assertThat(item.html()).contains("abcd-2345");
        assertThat(feed.toString()).doesNotContain("Jane");
    }

    @Test
    void readsJsonFeed() throws Exception {
        var feed = read("""
                {"version": "https://jsonfeed.org/version/1.1", "title": "T", "home_page_url": "https://news.example.org/",
                 "language": "es", "authors": [{"name": "Jane Doe"}],
                 "items": [{"id": 7, "url": "https://news.example.org/7", "content_text": "Text",
                   "date_published": "2025-06-03T09:39:21-05:00"}]}
                """);

        assertThat(feed.language()).isEqualTo("es");
        assertThat(feed.items())
                .containsExactly(new Feed.Item(
                        "7", "https://news.example.org/7", "", "Text", Instant.parse("2025-06-03T14:39:21Z"), null));
    }

    @Test
    void understandsCharsetsIllegalCharactersAndAHarmlessDoctype() throws Exception {
        var text =
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<!DOCTYPE rss PUBLIC \"-//Netscape\" \"http://192.0.2.1/x.dtd\">"
                        + "<rss version=\"0.91\"><channel><title>Caf\u00e9\u0001</title></channel></rss>";

        assertThat(read(text, StandardCharsets.ISO_8859_1, "text/xml").title()).isEqualTo("Caf\u00e9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "not xml",
                "<html><body>error</body></html>",
                "<!doctype html><html></html>",
                "<rss version=\"2.0\"><channel><item>",
                "{\"version\": 1}",
                "{broken",
                "[1, 2]",
                "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\"><channel><title>&x;</title></channel></rss>",
                "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY % p SYSTEM \"http://192.0.2.1/\"> %p;]><rss/>",
                "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><rss version=\"2.0\"><channel><title>&b;</title></channel></rss>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
            })
    void refusesWithAReason(String document) {
        assertThatThrownBy(() -> read(document))
                .isInstanceOf(FeedFormatException.class)
                .message()
                .isNotBlank()
                .doesNotContain("root:");
    }

    private static Feed read(String text) throws FeedFormatException {
        return read(text, StandardCharsets.UTF_8, null);
    }

    private static Feed read(String text, Charset charset, @Nullable String type) throws FeedFormatException {
        return FeedDocument.read(text.getBytes(charset), type, ADDRESS);
    }
}
