package sightings.ingest.recognising;

import org.jspecify.annotations.Nullable;
import sightings.ingest.recognising.Regions.Kind;

/** Tells strings from comments in one program. */
final class ProgramRegions {

    private static final int LONGEST_PATTERN = 200;

    private final Regions regions;
    private final String text;
    private final int end;
    private final CommentStyle style;
    private int i;

    /** The part of the text from start to end, a program with comments of this style. */
    ProgramRegions(Regions regions, String text, int start, int end, CommentStyle style) {
        this.regions = regions;
        this.text = text;
        this.end = end;
        this.style = style;
        this.i = start;
    }

    /** Reads a program, or prose with programs in it. */
    static void read(Regions regions, String text, @Nullable String path) {
        var style = CommentStyle.of(FileKind.ending(path));
        if (FileKind.isLiterate(path)) {
            literate(regions, text, style);
        } else {
            new ProgramRegions(regions, text, 0, text.length(), style).read();
        }
    }

    /** R Markdown: program between fences, prose around them. */
    private static void literate(Regions regions, String text, CommentStyle style) {
        regions.add(0, Kind.PROSE);
        int fence = lineBeginning(text, "```{", 0);
        while (fence >= 0) {
            int body = text.indexOf('\n', fence);
            int close = body < 0 ? -1 : lineBeginning(text, "```", body);
            int end = close < 0 ? text.length() : close;
            if (body < 0) {
                return;
            }
            regions.add(body, Kind.LIVE);
            new ProgramRegions(regions, text, body, end, style).read();
            regions.add(end, Kind.PROSE);
            fence = close < 0 ? -1 : lineBeginning(text, "```{", close + 3);
        }
    }

    private static int lineBeginning(String text, String word, int from) {
        int at = text.indexOf(word, from);
        while (at > 0 && text.charAt(at - 1) != '\n') {
            at = text.indexOf(word, at + 1);
        }
        return at;
    }

    /** Reads from its beginning to its end. */
    void read() {
        var block = style.block();
        while (i < end) {
            char c = text.charAt(i);
            if ((c > '`' || c == ' ' || c >= '0' && c <= '9') && !(style.batch() && c == 'r') && c != '{') {
                // Most of a text is letters, digits and blanks, and none of them begins anything.
                i++;
            } else if (style.python() && (text.startsWith("\"\"\"", i) || text.startsWith("'''", i))) {
                tripleQuoted();
            } else if (style.basic() && c == '\''
                    || style.batch() && (c == ':' && next() == ':' || isRemark()) && beginsLine()
                    || style.asterisk() && c == '*' && beginsLine()) {
                lineComment();
            } else if (block != null
                    && c == block.open().charAt(0)
                    && text.startsWith(block.open(), i)
                    && (c != '=' || beginsLine())) {
                blockComment(block.close());
            } else if (style.script() && c == '/' && patternMayBegin()) {
                pattern();
            } else if (c == '\\') {
                i += 2;
            } else if (c == '"' || c == '\'' || c == '`') {
                string(c);
            } else if (style.slashes() && c == '/' && next() == '/' && !urlAhead()) {
                lineComment();
            } else if (style.slashes() && c == '/' && next() == '*') {
                blockComment("*/");
            } else if (style.hash() && c == '#' && commentMayBegin()) {
                lineComment();
            } else if (style.dashes() && c == '-' && next() == '-'
                    || style.semicolon() && c == ';'
                    || style.settings() && c == ';' && beginsLine()
                    || style.percent() && c == '%') {
                lineComment();
            } else if (style.xml() && c == '<' && text.startsWith("<!--", i)) {
                blockComment("-->");
            } else {
                i++;
            }
        }
    }

    /** {@code REM} of batch files. */
    private boolean isRemark() {
        return text.regionMatches(true, i, "rem ", 0, 4);
    }

    /** Behind what no division can stand. */
    private boolean patternMayBegin() {
        if (next() == '/' || next() == '*') {
            return false;
        }
        int j = i - 1;
        while (j >= 0 && text.charAt(j) == ' ' && i - j < 8) {
            j--;
        }
        return j >= 0 && "=(,:[!&|?;{}".indexOf(text.charAt(j)) >= 0;
    }

    private void pattern() {
        boolean oneOf = false;
        int limit = Math.min(end, i + LONGEST_PATTERN);
        for (int j = i + 1; j < limit && text.charAt(j) != '\n'; j++) {
            char c = text.charAt(j);
            if (c == '\\') {
                j++;
            } else if (c == '[' || c == ']') {
                oneOf = c == '[';
            } else if (c == '/' && !oneOf) {
                i = j + 1;
                return;
            }
        }
        i++;
    }

    private char next() {
        return i + 1 < end ? text.charAt(i + 1) : '\0';
    }

    /** The slashes of an address without quotes, as in {@code https://}. */
    private boolean urlAhead() {
        return i > 0 && text.charAt(i - 1) == ':';
    }

    private boolean commentMayBegin() {
        return i == 0 || Character.isWhitespace(text.charAt(i - 1)) || ";,(){}[]".indexOf(text.charAt(i - 1)) >= 0;
    }

    private void string(char quote) {
        int j = i + 1;
        while (j < end) {
            char c = text.charAt(j);
            if (c == '\\') {
                j++;
            } else if (c == quote) {
                break;
            } else if (c == '\n' && quote != '`') {
                // Not a string after all, but an apostrophe: only its line is in doubt.
                i++;
                return;
            }
            j++;
        }
        i = Math.min(j + 1, end);
    }

    private void tripleQuoted() {
        var quotes = text.substring(i, i + 3);
        int close = text.indexOf(quotes, i + 3);
        int after = close < 0 || close > end ? end : close + 3;
        if (beginsLine()) {
            regions.add(i, Kind.PROSE);
            regions.add(after, Kind.LIVE);
        }
        i = after;
    }

    private boolean beginsLine() {
        int j = i - 1;
        while (j >= 0 && (text.charAt(j) == ' ' || text.charAt(j) == '\t')) {
            j--;
        }
        return j < 0 || text.charAt(j) == '\n';
    }

    private void lineComment() {
        int close = text.indexOf('\n', i);
        int after = close < 0 || close > end ? end : close;
        regions.add(i, Kind.COMMENT);
        regions.add(after, Kind.LIVE);
        i = after;
    }

    private void blockComment(String mark) {
        int close = text.indexOf(mark, i + 2);
        int after = close < 0 || close > end ? end : close + mark.length();
        regions.add(i, Kind.COMMENT);
        regions.add(after, Kind.LIVE);
        i = after;
    }
}
