package sightings.ingest.recognising;

import sightings.ingest.recognising.Regions.Kind;

/** Tells in a notebook, which is JSON, the program of its cells from their comments and from all else, which is for reading. */
final class NotebookRegions {

    private final Regions regions;
    private final String text;

    NotebookRegions(Regions regions, String text) {
        this.regions = regions;
        this.text = text;
    }

    /** The nearest of these words before a position says what it is in. */
    void read() {
        boolean code = false;
        int at = text.indexOf('"');
        while (at >= 0) {
            if (text.startsWith("\"cell_type\"", at)) {
                int colon = text.indexOf(':', at);
                int value = colon < 0 ? -1 : text.indexOf('"', colon);
                code = value > 0 && value - colon < 8 && text.startsWith("\"code\"", value);
                regions.add(at, code ? Kind.LIVE : Kind.PROSE);
            } else if (text.startsWith("\"outputs\"", at)) {
                regions.add(at, Kind.PROSE);
            } else if (text.startsWith("\"source\"", at)) {
                regions.add(at, code ? Kind.LIVE : Kind.PROSE);
                at = sourceComments(at + 8, code);
            }
            at = text.indexOf('"', at + 1);
        }
    }

    /** Marks the comments of a cell's program, whose lines are strings of a JSON array or one long string. */
    private int sourceComments(int from, boolean code) {
        boolean inString = false;
        boolean lineBegins = true;
        boolean comment = false;
        char quote = 0;
        int i = from;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!inString) {
                if (c == '"') {
                    inString = true;
                    lineBegins = true;
                    quote = 0;
                } else if (c == ']'
                        || c == '}'
                        || c == ',' && text.charAt(Math.max(0, i - 1)) == '"' && !arrayGoesOn(i)) {
                    return i - 1;
                }
            } else if (c == '\\') {
                char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
                if (next == 'n' && comment) {
                    regions.add(i, Kind.LIVE);
                    comment = false;
                }
                lineBegins = next == 'n' || lineBegins && next == 't';
                quote = next == 'n' ? 0 : next == '"' ? turned(quote, '"') : quote;
                i++;
            } else if (c == '"') {
                inString = false;
                if (comment) {
                    regions.add(i, Kind.LIVE);
                    comment = false;
                }
            } else if (c == '\'') {
                quote = turned(quote, c);
                lineBegins = false;
            } else if (c == '#' && (lineBegins || quote == 0 && text.charAt(i - 1) == ' ') && code && !comment) {
                regions.add(i, Kind.COMMENT);
                comment = true;
            } else if (c != ' ') {
                lineBegins = false;
            }
        }
        return i;
    }

    /** In which quotes the program of a cell is behind this one. */
    private static char turned(char quote, char c) {
        return quote == 0 ? c : quote == c ? 0 : quote;
    }

    private boolean arrayGoesOn(int comma) {
        int i = comma + 1;
        while (i < text.length() && i < comma + 200 && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        // Within the array comes another line; behind the source comes a name, and behind that a colon.
        if (i >= text.length() || text.charAt(i) != '"') {
            return false;
        }
        int close = text.indexOf('"', i + 1);
        return !(close > 0 && close - i < 40 && close + 1 < text.length() && text.charAt(close + 1) == ':');
    }
}
