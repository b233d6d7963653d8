package sightings.ingest.feeds;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the feeds that a web page names, so that staff may give the address of a site instead of its feed's. */
final class FeedLinks {

    private static final int MOST = 10;
    private static final Pattern TYPE = Pattern.compile(
            "(?i)application/(?:rss\\+xml|atom\\+xml|rdf\\+xml|feed\\+json|xml|json)(?:\\s*;.*)?|text/xml(?:\\s*;.*)?");
    private static final Pattern LOOKS_LIKE_ONE = Pattern.compile(
            "(?i).{0,300}/(?:feed|rss|atom)/?|.{0,300}/(?:feed|rss|atom|index)\\.(?:xml|rss|atom|json|rdf)");

    private FeedLinks() {}

    /**
     * The feeds that the page declares, in its order, those of comments last; where it declares none, its links that look
     * like feeds.
     */
    static List<URI> in(String html, URI address) {
        var page = Jsoup.parse(html, address.toString());
        var base = base(page, address);
        var feeds = new LinkedHashSet<URI>();
        var ofComments = new LinkedHashSet<URI>();
        for (Element link : page.select("link[rel][href]")) {
            if (isFeed(link)) {
                var words = (link.attr("title") + link.attr("href")).toLowerCase(Locale.ROOT);
                add(link, base, words.contains("comment") ? ofComments : feeds);
            }
        }
        feeds.addAll(ofComments);
        if (feeds.isEmpty()) {
            for (Element link : page.select("a[href]")) {
                if (LOOKS_LIKE_ONE.matcher(link.attr("href")).matches()) {
                    add(link, base, feeds);
                }
            }
        }
        feeds.remove(address);
        return feeds.stream().limit(MOST).toList();
    }

    private static boolean isFeed(Element link) {
        var relations =
                List.of(link.attr("rel").toLowerCase(Locale.ROOT).strip().split("\\s+"));
        boolean typed = TYPE.matcher(link.attr("type").strip()).matches();
        // A JSON document beside a page is a feed only where it says so, as of WordPress's own API.
        boolean api = link.attr("type").strip().equalsIgnoreCase("application/json")
                && !link.attr("href").contains("feed");
        return typed && !api && (relations.contains("alternate") || relations.contains("feed"));
    }

    private static URI base(Document page, URI address) {
        var element = page.selectFirst("base[href]");
        var base = element == null ? null : Links.absolute(element.attr("href"), address);
        return base == null ? address : URI.create(base);
    }

    private static void add(Element link, URI base, LinkedHashSet<URI> feeds) {
        var target = Links.absolute(link.attr("href"), base);
        if (target != null) {
            feeds.add(URI.create(target));
        }
    }
}
