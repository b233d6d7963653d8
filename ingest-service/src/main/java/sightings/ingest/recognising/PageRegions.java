package sightings.ingest.recognising;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sightings.ingest.recognising.CommentStyle.Marks;
import sightings.ingest.recognising.Regions.Kind;

/** Tells in a page, or a template of pages, its comments and those of the scripts in it. */
final class PageRegions {

    /** The comments of languages for templates of pages: ERB, JSP, Jinja and its kin, Handlebars, Liquid. */
    private static final List<Marks> TEMPLATES = List.of(
            new Marks("<%#", "%>"),
            new Marks("<%--", "--%>"),
            new Marks("{# ", "#}"),
            new Marks("{{!", "}}"),
            new Marks("{% comment %}", "{% endcomment %}"));

    private final Regions regions;
    private final String text;
    private final Set<Marks> unclosed = new HashSet<>();

    PageRegions(Regions regions, String text) {
        this.regions = regions;
        this.text = text;
    }

    void read() {
        int i = 0;
        while (i < text.length()) {
            int open = mark(i);
            if (open < 0) {
                return;
            }
            var template = template(open);
            if (template != null) {
                int close = text.indexOf(template.close(), open);
                if (close < 0) {
                    // Nor will it be closed further on: to look for that each time would take too long.
                    unclosed.add(template);
                } else {
                    regions.add(open, Kind.COMMENT);
                    regions.add(close, Kind.LIVE);
                }
                i = close < 0 ? open + 1 : close;
            } else if (text.startsWith("<!--", open)) {
                int close = text.indexOf("-->", open + 4);
                regions.add(open, Kind.COMMENT);
                if (close < 0) {
                    return;
                }
                regions.add(close + 3, Kind.LIVE);
                i = close + 3;
            } else if (startsWithIgnoringCase("<script", open)) {
                int close = indexOfIgnoringCase("</script", open);
                int end = close < 0 ? text.length() : close;
                int body = text.indexOf('>', open);
                if (body > 0 && body < end) {
                    new ProgramRegions(regions, text, body + 1, end, CommentStyle.of("js")).read();
                    regions.add(end, Kind.LIVE);
                }
                i = end + 1;
            } else {
                i = open + 1;
            }
        }
    }

    /** The next place from here where something may begin in a page; -1 where none does. */
    private int mark(int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<' || c == '{' && i + 1 < text.length() && "#!%".indexOf(text.charAt(i + 1)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable Marks template(int open) {
        for (var marks : TEMPLATES) {
            if (text.startsWith(marks.open(), open) && !unclosed.contains(marks)) {
                return marks;
            }
        }
        return null;
    }

    private boolean startsWithIgnoringCase(String word, int at) {
        return text.regionMatches(true, at, word, 0, word.length());
    }

    private int indexOfIgnoringCase(String word, int from) {
        for (int at = text.indexOf('<', from); at >= 0; at = text.indexOf('<', at + 1)) {
            if (startsWithIgnoringCase(word, at)) {
                return at;
            }
        }
        return -1;
    }
}
