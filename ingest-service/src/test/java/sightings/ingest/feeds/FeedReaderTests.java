package sightings.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link FeedReader}. */
class FeedReaderTests {

    private static final URI ADDRESS = URI.create("https://news.example.org/blog/feed.xml");

    @Test
    void readsRss() throws Exception {
        var feed = read("""
                <?xml version="1.0"?>
                <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>City &amp; News</title>
                <atom:link rel="self" href="https://elsewhere.example.org/hijacked.xml"/><link>https://news.example.org/</link>
                <language>en-us</language><ttl>90</ttl>
                <item><title>One &lt;b&gt;post&lt;/b&gt;</title><link>/posts/1</link><guid isPermaLink="false">abc</guid>
                <pubDate>Tue, 03 Jun 2025 09:39:21 GMT</pubDate><description>&lt;p&gt;Text&lt;/p&gt;</description></item>
                <item><guid>https://news.example.org/posts/2</guid><title>Two</title></item>
                <item><title>Neither</title></item>
                </channel></rss>
                """);

        assertThat(feed.format()).isEqualTo("RSS 2.0");
        assertThat(feed.title()).isEqualTo("City & News");
        assertThat(feed.site()).isEqualTo("https://news.example.org/");
        assertThat(feed.language()).isEqualTo("en-us");
        assertThat(feed.refresh()).isEqualTo(Duration.ofMinutes(90));
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
    void readsRss10WithItsPeriod() throws Exception {
        var feed = read("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
                <channel rdf:about="https://news.example.org/"><title>T</title><link>https://news.example.org/</link>
                <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>
                <items><rdf:Seq><rdf:li resource="https://news.example.org/1"/></rdf:Seq></items></channel>
                <item rdf:about="https://news.example.org/1"><title>One</title><link>https://news.example.org/1</link>
                <dc:date>2025-06-03</dc:date></item></rdf:RDF>
                """);

        assertThat(feed.format()).isEqualTo("RSS 1.0");
        assertThat(feed.refresh()).isEqualTo(Duration.ofHours(12));
        assertThat(feed.items()).singleElement().satisfies(item -> {
            assertThat(item.id()).isEqualTo("https://news.example.org/1");
            assertThat(item.publishedAt()).isEqualTo(Instant.parse("2025-06-03T00:00:00Z"));
        });
    }

    @Test
    void readsAtom() throws Exception {
        var feed = read("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><link href="https://news.example.org/"/>
                <author><name>Jane Doe</name></author>
                <entry><id>urn:1</id><title>Post</title><link rel="edit" href="/edit"/><link rel="alternate" href="../post"/>
                <published>2025-06-03T09:39:21Z</published><updated>2025-06-04T09:39:21+02:00</updated>
                <content type="html">&lt;a href="https://data.example.gov/d/abcd-2345"&gt;x&lt;/a&gt;</content></entry>
                <entry><id>urn:2</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>B</b></div></title>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><a href="/rel">y</a></div></content></entry></feed>
                """);

        var item = feed.items().getFirst();
        assertThat(item.id()).isEqualTo("urn:1");
        assertThat(item.link()).isEqualTo("https://news.example.org/post");
        assertThat(item.updatedAt()).isEqualTo(Instant.parse("2025-06-04T07:39:21Z"));
        assertThat(item.html()).contains("abcd-2345");
        assertThat(feed.items().get(1).title()).isEqualTo("A B");
        assertThat(feed.items().get(1).html()).contains("<a href=\"/rel\">y</a>");
        assertThat(feed.toString()).doesNotContain("Jane");
    }

    @Test
    void readsPrefixedAtom03() throws Exception {
        var feed = read("""
                <a:feed version="0.3" xmlns:a="http://purl.org/atom/ns#"><a:title>T</a:title>
                <a:entry><a:title mode="escaped">One</a:title><a:link rel="alternate" href="https://news.example.org/1"/>
                <a:issued>2004-10-28T12:53-05:00</a:issued><a:content mode="base64">PGI+Ym9sZDwvYj4=</a:content></a:entry></a:feed>
                """);

        assertThat(feed.format()).isEqualTo("Atom 0.3");
        assertThat(feed.items()).singleElement().satisfies(item -> {
            assertThat(item.html()).contains("<b>bold</b>");
            assertThat(item.publishedAt()).isEqualTo(Instant.parse("2004-10-28T17:53:00Z"));
        });
    }

    @Test
    void readsJsonFeed() throws Exception {
        var feed = read("""
                {"version": "https://jsonfeed.org/version/1.1", "title": "T", "home_page_url": "https://news.example.org/",
                 "language": "es", "authors": [{"name": "Jane Doe"}],
                 "items": [{"id": 7, "url": "https://news.example.org/7", "content_text": "Text",
                   "date_published": "2025-06-03T09:39:21-05:00"}, null, 5, {"id": "8"}]}
                """);

        assertThat(feed.language()).isEqualTo("es");
        assertThat(feed.items())
                .hasSize(2)
                .first()
                .isEqualTo(new Feed.Item(
                        "7",
                        "https://news.example.org/7",
                        "",
                        "Text",
                        URI.create("https://news.example.org/7"),
                        Instant.parse("2025-06-03T14:39:21Z"),
                        null));
        assertThat(feed.toString()).doesNotContain("Jane");
    }

    @Test
    void keepsWhatABrokenJsonFeedHeldBefore() throws Exception {
        var feed = read("""
                {"version": "https://jsonfeed.org/version/1", "items": [{"id": "1"}, {"id": "2"}, {"id":""");

        assertThat(feed.items()).hasSize(2);
        assertThat(feed.remarks()).containsExactly("broken JSON after 2 items");
    }

    @Test
    void mendsWhatPeopleWrite() throws Exception {
        var feed = read("""


                Warning: something on line 3
                <?xml version="1.0"?>
                <rss version="2.0"><channel><title>Tom & Jerry&nbsp;&eacute;\u0001</title>
                <item><title>1 < 2 & more</title><link>https://news.example.org/?a=1&b=2</link><dc:date>2025-06-03</dc:date>
                <itunes:title>Not this</itunes:title><description>a <b>bold</i> word</description></item>
                <item><title>Never closed</title><link>https://news.example.org/2</link>
                """);

        assertThat(feed.title()).isEqualTo("Tom & Jerry é");
        assertThat(feed.items()).hasSize(2);
        var item = feed.items().getFirst();
        assertThat(item.title()).isEqualTo("1 < 2 & more");
        assertThat(item.link()).isEqualTo("https://news.example.org/?a=1&b=2");
        assertThat(item.publishedAt()).isEqualTo(Instant.parse("2025-06-03T00:00:00Z"));
        assertThat(item.html()).contains("bold");
        assertThat(feed.items().get(1).title()).isEqualTo("Never closed");
    }

    @Test
    void losesOneElementWhereOneIsWrong() throws Exception {
        var feed = read("""
                <rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>T</title>
                <ttl>soon</ttl><sy:updatePeriod>weekly</sy:updatePeriod><sy:updateFrequency>often</sy:updateFrequency>
                <item><title>One</title></item></channel></rss>
                """);

        assertThat(feed.title()).isEqualTo("T");
        assertThat(feed.refresh()).isEqualTo(Duration.ofDays(7));
        assertThat(feed.items()).hasSize(1);
        assertThat(feed.remarks()).containsExactly("elements that could not be read: 1");
    }

    @Test
    void losesOneElementOfOneItemWhereOneIsWrong() throws Exception {
        var feed = read("""
                <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title>
                <entry><id>1</id><title>One</title><content mode="base64">PGI+eDwvYj4=</content></entry>
                <entry><id>2</id><title>Two</title><content mode="base64">\u00e9</content></entry>
                <entry><id>3</id><title>Three</title></entry></feed>
                """);

        assertThat(feed.items()).extracting(Feed.Item::title).containsExactly("One", "Two", "Three");
        assertThat(feed.items()).extracting(Feed.Item::html).containsExactly("<b>x</b>", "", "");
        assertThat(feed.remarks()).containsExactly("elements that could not be read: 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss version='0.91'><channel>%s</channel></rss>",
                "<rss version='0.92.1 '><channel>%s</channel></rss>",
                "<rss><channel>%s</channel></rss>",
                "<rss version='2.0' xmlns='http://backend.userland.com/rss2'><channel>%s</channel></rss>",
                "<rss version='2.0' xmlns='http://nobody.example.org/'><channel>%s</channel></rss>",
                "<channel>%s</channel>",
                "<r:rss xmlns:r='http://nobody.example.org/' version='2.0'><r:channel>%s</r:channel></r:rss>",
            })
    void readsRssWhateverItCallsItself(String document) throws Exception {
        var feed = read(document.formatted("""
                <title>T</title><item><guid isPermaLink="false">abc</guid><link href="/1"/><title>One</title>
                <media:title>Picture</media:title><dc:date>2025-06-03</dc:date><description>a <b>bold</b> word</description>
                <content:encoded>whole</content:encoded></item>"""));

        assertThat(feed.title()).isEqualTo("T");
        assertThat(feed.items())
                .singleElement()
                .isEqualTo(new Feed.Item(
                        "abc",
                        "https://news.example.org/1",
                        "One",
                        "a <b>bold</b> word\nwhole",
                        URI.create("https://news.example.org/1"),
                        Instant.parse("2025-06-03T00:00:00Z"),
                        null));
    }

    @Test
    void readsTheArticleWhereTheLinkCountsClicks() throws Exception {
        var feed = read("""
                <rss version="2.0" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel><title>T</title>
                <item><link>https://clicks.example.org/~r/1</link><feedburner:origLink>https://news.example.org/1
                </feedburner:origLink></item>
                <item><guid>2</guid><link>https://clicks.example.org/~r/2</link><feedburner:origLink>javascript:x(" ")
                </feedburner:origLink></item></channel></rss>
                """);

        assertThat(feed.items()).first().satisfies(item -> {
            assertThat(item.link()).isEqualTo("https://news.example.org/1");
            assertThat(item.id()).isEqualTo("https://news.example.org/1");
        });
        assertThat(feed.items().getLast().link()).isNull();
    }

    @Test
    void findsWhatMattersAmongHundredsOfCategories() throws Exception {
        var feed = read("<feed xmlns='http://www.w3.org/2005/Atom'>" + "<category term='x'/>".repeat(2_000)
                + "<title>T</title></feed>");

        assertThat(feed.title()).isEqualTo("T");
    }

    @Test
    void resolvesLinksAgainstXmlBase() throws Exception {
        var feed = read("""
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://base.example.org/a/"><title>T</title>
                <entry xml:base="b/"><id>1</id><link href="c"/><content type="html" xml:base="https://other.example.org/x/">
                &lt;a href="y"&gt;z&lt;/a&gt;</content></entry></feed>
                """);

        var item = feed.items().getFirst();
        assertThat(item.link()).isEqualTo("https://base.example.org/a/b/c");
        assertThat(Page.fragment(item.html(), item.base()).links()).containsExactly("https://other.example.org/x/y");
    }

    @Test
    void tellsItemsApartThatShareAnId() throws Exception {
        var feed = read("""
                <rss version="2.0"><channel><title>T</title>
                <item><guid>same</guid><link>/1</link><title>One</title></item>
                <item><guid>same</guid><link>/2</link><title>Two</title></item>
                <item><guid>same</guid><link>/2</link><title>Three</title></item>
                <item><guid>same</guid><link>/1</link><title>One</title></item>
                <item><guid>own</guid><link>/3</link><title>Four</title></item></channel></rss>
                """);

        assertThat(feed.items())
                .extracting(Feed.Item::id)
                .doesNotHaveDuplicates()
                .contains("own");
        assertThat(feed.items()).extracting(Feed.Item::title).contains("One", "Two", "Three", "Four");
        assertThat(feed.remarks()).containsExactly("ids that stand for several items: 1");
    }

    @Test
    void takesTheLinkForAnIdAndTheContentWhereThereIsNoLink() throws Exception {
        var feed = read("""
                <rss version="2.0"><channel><title>T</title><item><link>https://news.example.org/1</link></item>
                <item><title>A</title></item><item><title>B</title></item></channel></rss>
                """);

        assertThat(feed.items().getFirst().id()).isEqualTo("https://news.example.org/1");
        assertThat(feed.items()).extracting(Feed.Item::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "ISO-8859-1 | ISO-8859-1 | -",
                "UTF-8 | ISO-8859-1 | text/xml",
                "UTF-8 | UTF-8 | text/xml; charset=iso-8859-1",
                "windows-1252 | UTF-8 | application/rss+xml",
                "UTF-8 | bogus | application/rss+xml; charset=utf8",
                "UTF-16LE | UTF-16 | -",
                "UTF-16BE | UTF-8 | text/xml; charset=us-ascii",
                "UTF-32BE | UTF-8 | -",
                "windows-1251 | - | text/xml; charset=windows-1251",
            })
    void believesTheBytesFirst(String written, @Nullable String said, @Nullable String type) throws Exception {
        var word = written.equals("windows-1251") ? "\u041f\u0440\u0438\u0432\u0435\u0442" : "Caf\u00e9";
        var prolog = said == null ? "" : "<?xml version=\"1.0\" encoding=\"" + said + "\"?>\n";
        var text = prolog + "<rss version=\"0.91\"><channel><title>" + word + "</title></channel></rss>";

        assertThat(parsed(read(text.getBytes(Charset.forName(written)), type)).title())
                .isEqualTo(word);
    }

    @Test
    void readsBytesOfAnotherEncodingAmongUtf8() throws Exception {
        var begin = "<rss version=\"2.0\"><channel><title>" + "x".repeat(70_000) + "\u00e9 caf";
        var bytes = new java.io.ByteArrayOutputStream();
        bytes.writeBytes(begin.getBytes(StandardCharsets.UTF_8));
        bytes.write(0xE9);
        bytes.writeBytes("</title><item><title>x</title></item></channel></rss>".getBytes(StandardCharsets.UTF_8));

        var feed = parsed(read(bytes.toByteArray(), null));

        assertThat(feed.items()).hasSize(1);
    }

    @Test
    void putsInWhatTheDoctypeDeclaresAndNothingFromElsewhere() throws Exception {
        var feed = read("""
                <?xml version="1.0"?>
                <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://192.0.2.1/rss-0.91.dtd" [
                <!ENTITY % latin PUBLIC "-//W3C//ENTITIES Latin 1//EN" "http://192.0.2.1/latin.ent"> %latin;
                <!-- a > comment --> <!ENTITY city "Springfield &#38; Shelbyville">
                <!ENTITY secret SYSTEM "file:///etc/passwd"> ]>
                <rss version="0.91"><channel><title>&city; &secret;</title></channel></rss>
                """);

        assertThat(feed.title()).isEqualTo("Springfield & Shelbyville &secret;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "not xml",
                "<!-- nothing else -->",
                "{\"version\": 1}",
                "{broken",
                "{\"items\": []}",
                "[1, 2]",
                "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><rss version=\"2.0\"><channel><title>&b;</title></channel></rss>",
                "<!DOCTYPE never ends [ <rss/>",
                "<opml><body><outline xmlUrl='https://news.example.org/'/></body></opml>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
            })
    void refusesWithAReason(String document) throws Exception {
        assertThat(read(document.getBytes(StandardCharsets.UTF_8), null))
                .isInstanceOfSatisfying(
                        FeedReading.Unreadable.class,
                        unreadable ->
                                assertThat(unreadable.reason()).isNotBlank().hasSizeLessThan(200));
    }

    @Test
    void findsTheFeedsThatAPageNames() throws Exception {
        var page = """
                <!doctype html><html><head><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
                <link rel="alternate" type="application/json" href="/wp-json/posts/1">
                <link rel="alternate" type="application/atom+xml" href="atom.xml"></head><body>text</body></html>
                """;

        assertThat(read(page.getBytes(StandardCharsets.UTF_8), "text/html"))
                .isEqualTo(new FeedReading.WebPage(java.util.List.of(
                        URI.create("https://news.example.org/blog/atom.xml"),
                        URI.create("https://news.example.org/comments/feed"))));
    }

    private static Feed read(String text) throws IOException {
        return parsed(read(text.getBytes(StandardCharsets.UTF_8), null));
    }

    private static Feed parsed(FeedReading reading) {
        assertThat(reading).isInstanceOf(FeedReading.Parsed.class);
        return ((FeedReading.Parsed) reading).feed();
    }

    private static FeedReading read(byte[] bytes, @Nullable String type) throws IOException {
        return new FeedReader(FeedLimits.DEFAULT).read(new ByteArrayInputStream(bytes), type, ADDRESS);
    }
}
