package sightings.ingest.feeds;

import java.net.URI;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What elements of a feed hold, whatever their dialect. */
final class Markup {

    private static final int SHORT = 4_000;

    private Markup() {}

    /** The text of an element that holds a word or an address. */
    static String shortText(Element element) {
        var text = element.wholeText().strip();
        return text.length() <= SHORT ? text : text.substring(0, SHORT);
    }

    /** What stands in the element as HTML: escaped text, or markup that was not escaped. */
    static String inner(Element element, int most) {
        boolean markup = element.childrenSize() > 0;
        var text = markup ? element.html() : element.wholeText();
        return text.length() <= most ? text : text.substring(0, most);
    }

    /** The words of this piece of HTML, null where there are none. */
    static @Nullable String plain(@Nullable String html) {
        return html == null ? null : blankToNull(Jsoup.parseBodyFragment(html).text());
    }

    /** The address of RSS's or Atom's {@code link}, null where it is none, or one of something else. */
    static @Nullable String link(Element element, URI base) {
        var relation = element.attr("rel").strip().toLowerCase(Locale.ROOT);
        if (!relation.isEmpty() && !relation.equals("alternate")) {
            return null;
        }
        var reference = element.hasAttr("href") ? element.attr("href") : shortText(element);
        return Links.absolute(reference, base(element, base));
    }

    /** What addresses in the element are relative to: {@code xml:base} of it and of what is around, else the address. */
    static URI base(Element element, URI address) {
        var parent = element.parent();
        var outer = parent == null ? address : base(parent, address);
        var own = Links.absolute(element.attr("xml:base"), outer);
        return own == null ? outer : URI.create(own);
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
