package sightings.ingest.feeds;

import static sightings.ingest.feeds.Markup.localName;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads one item of RSS or entry of Atom. */
final class XmlItem {

    /** Prefixes of what describes something else than the item: pictures, places, podcasts. */
    private static final Set<String> OTHERS =
            Set.of("media", "itunes", "georss", "geo", "gml", "thr", "slash", "wfw", "feedburner", "creativeCommons");

    private final Element item;
    private final Prolog prolog;
    private final URI base;
    private final int most;
    private @Nullable String id;
    private boolean idIsAddress = true;
    private @Nullable String link;
    private @Nullable String original;
    private String title = "";
    private final StringBuilder html = new StringBuilder();
    private @Nullable URI contentBase;
    private @Nullable Instant published;
    private @Nullable Instant updated;

    /**
     * @param item the element
     * @param prolog the document's replacement texts
     * @param address where the feed came from
     * @param most how many characters of text are kept
     */
    XmlItem(Element item, Prolog prolog, URI address, int most) {
        this.item = item;
        this.prolog = prolog;
        this.base = Markup.base(item, address);
        this.most = most;
    }

    Feed.Item read() {
        item.children().forEach(this::take);
        if (id == null && item.hasAttr("rdf:about")) {
            id = Markup.blankToNull(item.attr("rdf:about"));
        }
        if (original != null) {
            link = original;
        }
        if (link == null && id != null && idIsAddress && id.startsWith("http")) {
            link = Links.absolute(id, base);
        }
        var text = html.length() > most ? html.substring(0, most) : html.toString();
        var relativeTo = contentBase != null ? contentBase : link != null ? URI.create(link) : base;
        return new Feed.Item(Identities.of(id, link, title, text), link, title, text, relativeTo, published, updated);
    }

    private void take(Element element) {
        if (OTHERS.contains(Markup.prefix(element)) && !localName(element).equals("origLink")) {
            return;
        }
        switch (localName(element)) {
            case "guid" -> {
                id = Markup.blankToNull(prolog.expanded(Markup.shortText(element), 4_000));
                idIsAddress = !element.attr("isPermaLink").equalsIgnoreCase("false");
            }
            case "id", "identifier" -> id = id == null ? Markup.blankToNull(Markup.shortText(element)) : id;
            case "title" -> title = title.isEmpty() ? title(element) : title;
            case "link" -> takeLink(element);
            // Where a feed counts clicks, its own links lead elsewhere first.
            case "origLink" -> original = Links.absolute(Markup.shortText(element), base);
            case "description", "encoded", "content", "summary", "fullitem", "body", "tagline" -> takeText(element);
            case "pubDate", "published", "issued", "created" -> published = first(published, element);
            case "date" -> published = first(published, element);
            case "updated", "modified" -> updated = first(updated, element);
            default -> {
                // Authors, categories, comments: nothing that we keep.
            }
        }
    }

    private String title(Element element) {
        var plain = Markup.plain(prolog.expanded(Markup.inner(element, 4_000), 4_000));
        return plain == null ? "" : plain;
    }

    private void takeLink(Element element) {
        if (link == null) {
            link = Markup.link(element, base);
        }
    }

    private void takeText(Element element) {
        if (html.length() < most) {
            var text = prolog.expanded(Markup.inner(element, most), most);
            html.append(element.attr("mode").equals("base64") ? decoded(text) : text)
                    .append('\n');
        }
        var source = Links.absolute(element.attr("src"), base);
        if (source != null && link == null) {
            link = source;
        }
        if (contentBase == null && !element.attr("xml:base").isEmpty()) {
            contentBase = Markup.base(element, base);
        }
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static @Nullable Instant first(@Nullable Instant known, Element element) {
        return known != null ? known : FeedTime.read(Markup.shortText(element));
    }
}
