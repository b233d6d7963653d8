package sightings.ingest.commands;

import static java.nio.charset.StandardCharsets.UTF_8;

import sightings.ingest.bytes.Bytes;

/**
 * Tells JSON lines {@code {"where": "...", "path": "...", "text": "..."}} as nearly all are from those that a parser must
 * judge, several times as fast as a parser: most lines need not be known any better. It takes none that a parser would not.
 */
final class PlainLine {

    private static final byte[][] NAMES = {
        "\"where\"".getBytes(UTF_8), "\"path\"".getBytes(UTF_8), "\"text\"".getBytes(UTF_8)
    };
    private static final int WHERE = 0;
    private static final int PATH = 1;
    private static final int TEXT = 2;
    private static final byte[] NULL = "null".getBytes(UTF_8);
    private static final boolean[] ESCAPED = escaped();

    private final byte[] bytes;
    private final int end;
    private int at;

    private PlainLine(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    /**
     * Whether these bytes are an object with a "where" that is not blank, a "text" and perhaps a "path", each at most once, and
     * with nothing else. Where not, they may be one all the same.
     */
    static boolean is(byte[] bytes, int from, int to) {
        return new PlainLine(bytes, from, to).isObject();
    }

    private boolean isObject() {
        skipBlanks();
        if (!take('{')) {
            return false;
        }
        int seen = 0;
        do {
            skipBlanks();
            int name = name();
            if (name < 0 || (seen & 1 << name) != 0) {
                return false;
            }
            seen |= 1 << name;
            skipBlanks();
            if (!take(':')) {
                return false;
            }
            skipBlanks();
            if (!value(name)) {
                return false;
            }
            skipBlanks();
        } while (take(','));
        if (!take('}')) {
            return false;
        }
        skipBlanks();
        return at == end && (seen & 1 << WHERE) != 0 && (seen & 1 << TEXT) != 0;
    }

    private int name() {
        for (int i = 0; i < NAMES.length; i++) {
            if (take(NAMES[i])) {
                return i;
            }
        }
        return -1;
    }

    private boolean value(int name) {
        if (name == PATH && take(NULL)) {
            return true;
        }
        return take('"') && (name != WHERE || isSeen()) && isString();
    }

    /** Whether a string begins with something that is not blank. */
    private boolean isSeen() {
        return at < end && bytes[at] > ' ' && bytes[at] != '\\' && bytes[at] != '"';
    }

    /** Goes behind the quote that ends a string. */
    private boolean isString() {
        while (true) {
            at = Bytes.special(bytes, at, end);
            if (at == end) {
                return false;
            }
            byte special = bytes[at++];
            if (special == '"') {
                return true;
            }
            if (special == '\\' ? !isEscape() : !isCharacter(special)) {
                return false;
            }
        }
    }

    /** Goes behind an escape whose backslash was passed. */
    private boolean isEscape() {
        if (at == end || bytes[at] < 0 || !ESCAPED[bytes[at]]) {
            return false;
        }
        if (bytes[at++] != 'u') {
            return true;
        }
        int behind = at + 4;
        while (at < behind) {
            if (at == end || Character.digit(bytes[at], 16) < 0) {
                return false;
            }
            at++;
        }
        return true;
    }

    /**
     * Goes behind a character beyond ASCII whose first byte was passed. Of first bytes behind which not all characters are
     * Unicode's, only that of emoji is taken, with the second bytes that it may have.
     */
    private boolean isCharacter(int first) {
        int lead = first & 0xFF;
        int more = lead >= 0xC2 && lead <= 0xDF
                ? 1
                : lead > 0xE0 && lead < 0xF0 && lead != 0xED ? 2 : lead == 0xF0 ? 3 : 0;
        if (more == 0 || lead == 0xF0 && (at == end || (bytes[at] & 0xFF) < 0x90)) {
            return false;
        }
        for (int i = 0; i < more; i++) {
            if (at == end || (bytes[at++] & 0xC0) != 0x80) {
                return false;
            }
        }
        return true;
    }

    private void skipBlanks() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
            at++;
        }
    }

    private boolean take(char sign) {
        boolean there = at < end && bytes[at] == sign;
        if (there) {
            at++;
        }
        return there;
    }

    private boolean take(byte[] word) {
        if (end - at < word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (bytes[at + i] != word[i]) {
                return false;
            }
        }
        at += word.length;
        return true;
    }

    private static boolean[] escaped() {
        var escaped = new boolean[128];
        for (char sign : "\"\\/bfnrtu".toCharArray()) {
            escaped[sign] = true;
        }
        return escaped;
    }
}
