package sightings.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sightings.ingest.Growth;

/** Documents that are made to use up memory or time, through {@link FeedReader}. */
@Timeout(120)
class HostileFeedTests {

    private static final URI ADDRESS = URI.create("https://news.example.org/feed.xml");
    private static final String ITEM =
            "<item><guid>%d</guid><link>/%d</link><title>Post</title><description>Text</description></item>\n";

    /** Shapes whose cost grows faster than their length in a careless reader. */
    enum Shape {
        DEEP("<a>"),
        DEEP_WITH_NAMESPACES("<a xmlns:b='c'>"),
        SIBLINGS("<a/>"),
        ATTRIBUTES(" b%d='c'"),
        TEXT("text and more text "),
        AMPERSANDS("&&amp;&x;"),
        OPEN("<"),
        END_TAGS("</b>"),
        COMMENTS("<!-- x -->"),
        BEGUN_COMMENTS("<!--"),
        CDATA("<![CDATA[x]]>"),
        /** One element with a million attributes: for each one that jsoup leaves out it counts the 512 that it keeps. */
        QUOTES("<a b=\"");

        private final String unit;

        Shape(String unit) {
            this.unit = unit;
        }

        byte[] document(int bytes) {
            var text = new StringBuilder("<rss version='2.0'><channel><item><title>x</title></item><item");
            text.append(this == ATTRIBUTES ? " " : ">");
            for (int i = 0; text.length() < bytes; i++) {
                text.append(this == ATTRIBUTES ? unit.formatted(i) : unit);
            }
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    @Test
    void readsAHundredThousandItemsToTheFirstFiveThousand() throws Exception {
        var text = new StringBuilder("<rss version='2.0'><channel><title>Long</title>");
        for (int i = 0; i < 100_000; i++) {
            text.append(ITEM.formatted(i, i));
        }

        var feed = parsed(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));

        assertThat(feed.items()).hasSize(5_000);
        assertThat(feed.remarks()).containsExactly("read to the first 5,000 items");
    }

    @Test
    void readsAGigabyteNoFurtherThanItsLimit() throws Exception {
        var endless = new Endless(
                "<rss version='2.0'><channel><item><title>x</title><description>", "all the same ", 1L << 30);

        var feed = parsed(endless);

        assertThat(feed.items()).hasSize(1);
        assertThat(feed.items().getFirst().html()).hasSizeLessThanOrEqualTo(FeedLimits.DEFAULT.itemCharacters() + 1);
        assertThat(feed.remarks()).containsExactly("read to the first 16,777,216 bytes");
        assertThat(endless.given).isLessThan(20L << 20);
    }

    @Test
    void readsAGigabyteOfJsonNoFurtherThanItsLimit() throws Exception {
        var endless = new Endless(
                "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"0\"}",
                ",{\"id\":\"1\",\"content_text\":\"" + "x".repeat(5_000) + "\"}",
                1L << 30);

        var feed = parsed(endless);

        assertThat(feed.items()).isNotEmpty();
        assertThat(feed.remarks()).anyMatch(remark -> remark.startsWith("read to the first"));
        assertThat(endless.given).isLessThan(20L << 20);
    }

    @Test
    @Timeout(30)
    void losesNothingElseToAHundredThousandElementsThatAreWrong() throws Exception {
        var wrong = "<content mode='base64'>\u00e9</content>".repeat(50);
        var text = new StringBuilder("<feed version='0.3' xmlns='http://purl.org/atom/ns#'>");
        for (int i = 0; i < 2_000; i++) {
            text.append("<entry><id>").append(i).append("</id>").append(wrong).append("</entry>");
        }

        var feed = parsed(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));

        assertThat(feed.items()).hasSize(2_000);
        assertThat(feed.remarks()).containsExactly("elements that could not be read: 100,000");
    }

    @Test
    @Timeout(30)
    void putsInDeclaredTextsNoFurtherThanItsLimits() throws Exception {
        var longest = "&a;".repeat(100_000);
        var item = "<item>" + ("<description>" + longest + "</description>").repeat(10) + "<title>last</title></item>";
        var text =
                "<!DOCTYPE rss [<!ENTITY a '" + "x".repeat(200) + "'>]><rss version='2.0'><channel>" + item.repeat(4);

        var feed = parsed(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));

        assertThat(feed.items())
                .isNotEmpty()
                .allSatisfy(read ->
                        assertThat(read.html()).hasSizeLessThanOrEqualTo(FeedLimits.DEFAULT.itemCharacters() + 1));
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void takesFourTimesAndNotSixteenTimesAsLongForFourTimesAsMuch(Shape shape) throws Exception {
        var shorter = shape.document(1_000_000);
        var longer = shape.document(Growth.LONGER * 1_000_000);

        Growth.assertLinear(
                () -> parsed(new ByteArrayInputStream(shorter)), () -> parsed(new ByteArrayInputStream(longer)));
    }

    private static Feed parsed(InputStream in) throws IOException {
        var reading = new FeedReader(FeedLimits.DEFAULT).read(in, null, ADDRESS);
        assertThat(reading).isInstanceOf(FeedReading.Parsed.class);
        return ((FeedReading.Parsed) reading).feed();
    }

    /** A beginning, and then the same for a very long time. */
    private static final class Endless extends InputStream {

        private final byte[] begin;
        private final byte[] unit;
        private final long length;
        private long given;

        Endless(String begin, String unit, long length) {
            this.begin = begin.getBytes(StandardCharsets.UTF_8);
            this.unit = unit.getBytes(StandardCharsets.UTF_8);
            this.length = length;
        }

        @Override
        public int read() {
            if (given >= length) {
                return -1;
            }
            long at = given++;
            return at < begin.length ? begin[(int) at] : unit[(int) ((at - begin.length) % unit.length)];
        }
    }
}
