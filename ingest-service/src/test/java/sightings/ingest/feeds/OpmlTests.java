package sightings.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests for {@link Opml}. */
class OpmlTests {

    private static final List<Opml.Entry> ENTRIES = List.of(
            new Opml.Entry(
                    URI.create("https://news.example.org/feed?a=1&b=2"),
                    "News & <views> of \"us\"",
                    URI.create("https://news.example.org/")),
            new Opml.Entry(URI.create("http://blog.example.org/rss"), "Blog", null));

    @Test
    void readsBackWhatItWrote() {
        assertThat(Opml.read(Opml.write("Ours", ENTRIES))).isEqualTo(new Opml.Outcome(ENTRIES, List.of()));
    }

    @Test
    void readsFoldersOddNamesAndBrokenMarkup() {
        var outcome = Opml.read("""
                <?xml version="1.0"?><!DOCTYPE opml SYSTEM "http://192.0.2.1/x.dtd">
                <opml version="1.1"><head><title>Tom & Jerry</title></head><body>
                <outline text="City"><outline text="One & only" XMLURL="feed://one.example.org/rss"/>
                <outline title="Two" text="no" xmlUrl="https://two.example.org/atom" htmlUrl="javascript:x()"/></outline>
                <outline text="again" xmlUrl="https://two.example.org/atom"/>
                <outline text="file" xmlUrl="file:///etc/passwd"/><outline text="page" htmlUrl="https://x.example.org"/>
                """);

        assertThat(outcome.entries())
                .containsExactly(
                        new Opml.Entry(URI.create("http://one.example.org/rss"), "One & only", null),
                        new Opml.Entry(URI.create("https://two.example.org/atom"), "Two", null));
        assertThat(outcome.refused()).containsExactly("No web address: file:///etc/passwd");
    }

    @Test
    void refusesWhatIsNoList() {
        assertThat(Opml.read("<rss version='2.0'/>"))
                .isEqualTo(new Opml.Outcome(List.of(), List.of("The document is no OPML")));
        assertThat(Opml.read("").entries()).isEmpty();
    }

    @Test
    void readsAVeryLongListToItsLimit() {
        var text = new StringBuilder("<opml><body>");
        for (int i = 0; i < 5_000; i++) {
            text.append("<outline xmlUrl='https://news.example.org/").append(i).append("'/>");
        }

        var outcome = Opml.read(text.toString());

        assertThat(outcome.entries()).hasSize(2_000);
        assertThat(outcome.refused()).containsExactly("Read to the first 2,000 feeds");
    }
}
