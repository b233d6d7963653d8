package sightings.ingest.feeds;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import sightings.evidence.SubjectId;
import sightings.ingest.web.Addresses;

/**
 * What an article's page says: its main text without what surrounds it, and its links.
 *
 * @param canonical the address on its own host that it wants to be known by, else where it was found
 * @param title of the page
 * @param description what it says of itself
 * @param language tag
 * @param text main text, one line for each block
 * @param links addresses of links and frames in the main text
 */
record Page(
        URI canonical,
        @Nullable String title,
        @Nullable String description,
        @Nullable String language,
        String text,
        List<String> links) {

    private static final int MAX_LINKS = 500;
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "li",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "pre",
            "td",
            "th",
            "tr",
            "blockquote",
            "br",
            "div",
            "section",
            "article",
            "figcaption",
            "dt",
            "dd",
            "table",
            "ul",
            "ol",
            "hr",
            "main");

    Page {
        links = List.copyOf(links);
    }

    /** Reads a page that was found at this address. */
    static Page read(String html, URI address) {
        Document document = Jsoup.parse(html, address.toString());
        var canonical = canonical(document, address);
        var description = attribute(document, "meta[name=description], meta[property=og:description]", "content");
        var title = attribute(document, "meta[property=og:title]", "content");
        if (title == null && !document.title().isBlank()) {
            title = document.title().strip();
        }
        var language = attribute(document, "html[lang]", "lang");
        var main = main(document);
        var links = links(main);
        return new Page(canonical, title, description, language, text(main), links);
    }

    /** The text and links of a piece of HTML, such as an item's content. */
    static Page fragment(String html, URI address) {
        var body = Jsoup.parseBodyFragment(html, address.toString()).body();
        return new Page(address, null, null, null, text(body), links(body));
    }

    /** The same, known by this address. */
    Page at(URI address) {
        return new Page(withoutFragment(address), title, description, language, text, links);
    }

    private static Element main(Document document) {
        document.select("script, style, noscript, template, nav, footer, aside, form, header nav, [role=navigation]")
                .remove();
        for (String where : List.of("article", "main", "[role=main]")) {
            var found = document.select(where);
            // Pages with many articles are lists: what they share is the page.
            if (found.size() == 1) {
                return found.getFirst();
            }
        }
        return document.body();
    }

    /** Only where there is exactly one and it is an address of the same site. */
    private static URI canonical(Document document, URI address) {
        var links = document.select("link[rel=canonical][href]");
        if (links.size() == 1) {
            try {
                var canonical = Addresses.resolve(address, links.getFirst().attr("href"));
                if (String.valueOf(canonical.getScheme()).startsWith("http") && sameSite(canonical, address)) {
                    return withoutFragment(canonical);
                }
            } catch (IllegalArgumentException e) {
                // Then the address stands for itself.
            }
        }
        return withoutFragment(address);
    }

    /** Whether a page at one address may speak for the other: else any page could take over somebody else's place. */
    private static boolean sameSite(URI one, URI other) {
        return one.getHost() != null
                && one.getRawUserInfo() == null
                && SubjectId.web(one.resolve("/")).equals(SubjectId.web(other.resolve("/")));
    }

    private static URI withoutFragment(URI address) {
        var text = address.toString();
        int hash = text.indexOf('#');
        return hash < 0 ? address : URI.create(text.substring(0, hash));
    }

    private static @Nullable String attribute(Document document, String query, String name) {
        var element = document.selectFirst(query);
        var value = element == null ? "" : element.attr(name).strip();
        return value.isEmpty() ? null : value;
    }

    private static List<String> links(Element main) {
        var links = new LinkedHashSet<String>();
        for (Element element : main.select("a[href], iframe[src], embed[src], area[href]")) {
            var link = element.hasAttr("href") ? element.absUrl("href") : element.absUrl("src");
            if (link.startsWith("http") && links.size() < MAX_LINKS) {
                links.add(link);
            }
        }
        return List.copyOf(links);
    }

    private static String text(Element main) {
        var text = new StringBuilder();
        main.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    text.append(inPre(node) ? words.getWholeText() : words.text());
                } else if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                    newLine(text);
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                    newLine(text);
                }
            }
        });
        return text.toString().strip();
    }

    private static boolean inPre(Node node) {
        return node.parent() instanceof Element parent
                && (parent.normalName().equals("pre")
                        || parent.parent() != null
                                && parent.parent().normalName().equals("pre"));
    }

    private static void newLine(StringBuilder text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        text.setLength(end);
        if (end > 0 && text.charAt(end - 1) != '\n') {
            text.append('\n');
        }
    }
}
