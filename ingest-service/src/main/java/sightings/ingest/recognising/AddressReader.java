package sightings.ingest.recognising;

import org.jspecify.annotations.Nullable;

/** Reads an address on from its host, through the ways in which texts write addresses, to where it ends. */
final class AddressReader {

    private static final int MAX = 2_000;
    private static final int MAX_JOINT = 120;
    private static final String TRAILING = ".,;:!?*_~";

    /**
     * What stands behind a host.
     *
     * @param path with its fragment, without escapes of the surrounding text
     * @param query without the question mark
     * @param end where it ends in the text
     */
    record Tail(String path, String query, int end) {}

    private final String text;
    private final StringBuilder read = new StringBuilder();
    private int at;
    private int round;
    private int square;
    private int curly;
    private final boolean joining;

    private AddressReader(String text, int from, boolean joining) {
        this.text = text;
        this.at = from;
        this.joining = joining;
    }

    /** What stands behind the host that ends here; an empty path where nothing does. */
    static Tail read(String text, int from) {
        return new AddressReader(text, from, false).tail();
    }

    /** The same, reading on where a program puts the address together from literals that stand one behind the other. */
    static Tail readJoined(String text, int from) {
        return new AddressReader(text, from, true).tail();
    }

    private Tail tail() {
        port();
        if (at < text.length() && begins()) {
            while (at < text.length() && read.length() < MAX && step()) {
                // Each step reads one character of the address.
            }
        }
        int end = read.length();
        while (end > 0 && TRAILING.indexOf(read.charAt(end - 1)) >= 0) {
            end--;
        }
        var address = read.substring(0, end);
        int query = address.indexOf('?');
        return query < 0
                ? new Tail(address, "", at)
                : new Tail(address.substring(0, query), address.substring(query + 1), at);
    }

    private void port() {
        if (at < text.length() && text.charAt(at) == ':') {
            int digits = at + 1;
            while (digits < text.length() && digits < at + 6 && Character.isDigit(text.charAt(digits))) {
                digits++;
            }
            at = digits > at + 1 ? digits : at;
        }
    }

    /**
     * Goes on behind the opening quote of the next literal, where nothing but a joint stands in between. In a notebook
     * the program's quotes are escaped, and those of JSON stand between its lines.
     */
    private boolean join(int behindQuote, char quote, boolean escaped) {
        int limit = Math.min(text.length() - 1, behindQuote + MAX_JOINT);
        char joint = ' ';
        for (int i = behindQuote; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '\\' && "nrt".indexOf(text.charAt(i + 1)) >= 0) {
                i++;
            } else if (c == quote && (!escaped || text.charAt(i - 1) == '\\')) {
                return joinsAt(i + 1, joint);
            } else if ("+,.&~|".indexOf(c) >= 0) {
                joint = c;
            } else if (!Character.isWhitespace(c) && c != '\\' && !Characters.isQuote(c) && !isPrefix(i)) {
                return false;
            }
        }
        return false;
    }

    /** A comma joins only what is unfinished: else it separates. And another address is no part of this one. */
    private boolean joinsAt(int next, char joint) {
        boolean unfinished = read.length() > 0 && "/=&?-".indexOf(read.charAt(read.length() - 1)) >= 0;
        if (joint == ',' && !unfinished || text.startsWith("http", next) || next >= text.length()) {
            return false;
        }
        at = next;
        return true;
    }

    /** The {@code f} of {@code f"..."} and its like. */
    private boolean isPrefix(int i) {
        return "fFrRbBuU".indexOf(text.charAt(i)) >= 0
                && i + 1 < text.length()
                && Characters.isQuote(text.charAt(i + 1));
    }

    private boolean begins() {
        char c = text.charAt(at);
        return joining && Characters.isQuote(c)
                || c == '/'
                || c == '?'
                || c == '#'
                || c == '\\'
                || c == '%'
                || c == '&';
    }

    private boolean step() {
        char c = text.charAt(at);
        return switch (c) {
            case '\\' -> escape();
            case '&' -> entity();
            case '%' -> percent();
            case '"', '\'', '`' -> joining && join(at + 1, c, false);
            case '<', '>', '|', '^' -> false;
            case '(' -> take(c, ++round > 0);
            case '[' -> take(c, ++square > 0);
            case '{' -> take(c, ++curly > 0);
            case ')' -> take(c, --round >= 0);
            case ']' -> take(c, --square >= 0);
            case '}' -> take(c, --curly >= 0);
            default -> take(c, c > ' ' && (c < 0x7f || Character.isLetterOrDigit(c)));
        };
    }

    private boolean take(char c, boolean belongs) {
        if (belongs) {
            read.append(c);
            at++;
        }
        return belongs;
    }

    /** {@code \/} of JSON, {@code \u002F} of scripts, {@code \_} of Markdown. */
    private boolean escape() {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (joining && Characters.isQuote(next)) {
            return join(at + 2, next, true);
        }
        if ("/_-.&=*~#?%".indexOf(next) >= 0) {
            read.append(next);
            at += 2;
            return true;
        }
        int digits = next == 'u' ? 4 : next == 'x' ? 2 : 0;
        int value = digits == 0 ? -1 : hex(at + 2, digits);
        if (value > ' ' && value < 0x7f && "\"'<>`".indexOf(value) < 0) {
            read.append((char) value);
            at += 2 + digits;
            return true;
        }
        return false;
    }

    private boolean entity() {
        int end = text.indexOf(';', at, Math.min(text.length(), at + 9));
        if (end < 0) {
            return take('&', true);
        }
        var name = text.substring(at + 1, end);
        Integer value = switch (name) {
            case "amp" -> Integer.valueOf('&');
            case "sol" -> Integer.valueOf('/');
            case "quot", "apos", "lt", "gt", "nbsp", "rsquo", "rdquo", "raquo" -> null;
            default -> number(name);
        };
        if (value == null) {
            return false;
        }
        if (value < 0) {
            return take('&', true);
        }
        if (value <= ' ' || value > 0x7e || "\"'<>`".indexOf(value) >= 0) {
            return false;
        }
        read.append((char) value.intValue());
        at = end + 1;
        return true;
    }

    /** The number of {@code #47} or {@code #x2F}; -1 where it is none, so that a parameter's name is left as it is. */
    private static @Nullable Integer number(String name) {
        try {
            if (name.startsWith("#x") || name.startsWith("#X")) {
                return Integer.parseInt(name.substring(2), 16);
            }
            return name.startsWith("#") ? Integer.parseInt(name.substring(1)) : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Percent-encoding of an address within an address is undone once for what separates its parts; the rest stays. */
    private boolean percent() {
        int start = at;
        int value = hex(at + 1, 2);
        while (value == '%' && hex(start + 3, 2) >= 0) {
            // Encoded twice or more.
            start += 2;
            value = hex(start + 1, 2);
        }
        if (value < 0) {
            return take('%', true);
        }
        if ("/?&=#:".indexOf(value) >= 0) {
            read.append((char) value);
        } else {
            read.append('%').append(text, start + 1, start + 3);
        }
        at = start + 3;
        return true;
    }

    private int hex(int from, int digits) {
        if (from + digits > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }
}
