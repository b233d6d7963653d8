package sightings.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sightings.evidence.SourceId;

/** Tests for {@link FeedItems}. */
class FeedItemsTests {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    static Stream<String> items() {
        var html = "&lt;a href=\"https://data.example.gov/d/abcd-2345\"&gt;all trees&lt;/a&gt;";
        return Stream.of(
                "<item><title>Trees</title><link>https://blog.example.org/trees</link>"
                        + "<pubDate>Thu, 19 Nov 2026 08:00:00 GMT</pubDate><description>" + html
                        + "</description></item>",
                "<item><title>Trees</title><link>https://blog.example.org/trees</link>"
                        + "<dc:date>2026-11-19T08:00:00Z</dc:date>"
                        + "<content:encoded><![CDATA[<a href=\"https://data.example.gov/d/abcd-2345\">all trees</a>]]>"
                        + "</content:encoded></item>",
                "<entry><title>Trees</title><link href=\"https://blog.example.org/trees\"/><id>1</id>"
                        + "<published>2026-11-19T08:00:00Z</published><content type=\"html\">" + html
                        + "</content></entry>",
                "{\"id\":\"1\",\"title\":\"Trees\",\"url\":\"https://blog.example.org/trees\","
                        + "\"date_published\":\"2026-11-19T08:00:00Z\","
                        + "\"content_html\":\"<a href='https://data.example.gov/d/abcd-2345'>all trees</a>\"}",
                "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Blog</title><item><title>Trees</title>"
                        + "<link>https://blog.example.org/trees</link><pubDate>Thu, 19 Nov 2026 08:00:00 GMT</pubDate>"
                        + "<description>" + html + "</description></item></channel></rss>");
    }

    @ParameterizedTest
    @MethodSource("items")
    void readsAnItemByItselfAsTheFeedsReaderDoes(String pasted) {
        assertThat(FeedItems.read(pasted, new SourceId("desk"), NOW))
                .isInstanceOfSatisfying(
                        FeedItems.Items.class,
                        read -> assertThat(read.items()).singleElement().satisfies(item -> {
                            assertThat(item.title()).isEqualTo("Trees");
                            assertThat(item.link()).isEqualTo("https://blog.example.org/trees");
                            assertThat(item.publishedAt()).isEqualTo("2026-11-19T08:00:00Z");
                            assertThat(item.observation().text()).contains("Trees", "all trees");
                            assertThat(item.observation().links()).contains("https://data.example.gov/d/abcd-2345");
                        }));
    }

    @Test
    void saysThatAnItemNamesNoArticle() {
        assertThat(FeedItems.read("<item><title>Trees</title></item>", new SourceId("desk"), NOW))
                .isInstanceOfSatisfying(
                        FeedItems.Items.class,
                        read -> assertThat(read.items())
                                .singleElement()
                                .satisfies(item -> assertThat(item.link()).isNull()));
    }

    @Test
    void saysWhyOtherThingsAreNoItem() {
        assertThat(Stream.of("", "words", "<html><head></head><body>x</body></html>", "[1]", "{", "<rss></rss>")
                        .map(text -> FeedItems.read(text, new SourceId("desk"), NOW)))
                .allSatisfy(read -> assertThat(read)
                        .isInstanceOfSatisfying(
                                FeedItems.Unreadable.class,
                                refused -> assertThat(refused.reason()).isNotBlank()));
    }
}
