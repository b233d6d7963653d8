package sightings.ingest.recognising;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of a text are program, comment or prose. One pass over the text, by rules that suit many languages rather
 * than the grammar of one: an apostrophe in prose must not turn the rest of a file into a string.
 */
final class Regions {

    /** What a part of a text is. */
    enum Kind {
        /** Instructions or settings. */
        LIVE,
        /** A comment. */
        COMMENT,
        /** Prose within a program: docstrings, Markdown cells, the text of pages. */
        PROSE
    }

    private static final Set<String> HASH = Set.of(
            "py",
            "pyw",
            "r",
            "rb",
            "sh",
            "bash",
            "zsh",
            "fish",
            "pl",
            "pm",
            "jl",
            "ex",
            "exs",
            "coffee",
            "yaml",
            "yml",
            "toml",
            "ini",
            "cfg",
            "conf",
            "env",
            "properties",
            "mk",
            "make",
            "cmake",
            "dockerfile",
            "tf",
            "tfvars",
            "hcl",
            "nix",
            "tcl",
            "awk",
            "ps1",
            "psm1",
            "php",
            "graphql",
            "gql",
            "cr",
            "nim",
            "sample",
            "example",
            "dist",
            "");
    private static final Set<String> DASHES = Set.of("sql", "lua", "hs", "elm", "ada", "adb", "psql", "pgsql", "hql");
    private static final Set<String> SEMICOLON =
            Set.of("clj", "cljs", "cljc", "edn", "lisp", "el", "scm", "rkt", "asm");
    /** Where a semicolon begins a comment at the beginning of a line alone. */
    private static final Set<String> SETTINGS = Set.of("ini", "cfg", "conf", "inf", "reg");

    /** Where an apostrophe begins a comment, and strings have two. */
    private static final Set<String> BASIC = Set.of("vb", "vbs", "bas", "frm", "vba");

    private static final Set<String> BATCH = Set.of("bat", "cmd");
    /** Where an asterisk does so at the beginning of a line. */
    private static final Set<String> ASTERISK = Set.of("do", "ado", "sas", "sps");

    private static final Set<String> PERCENT = Set.of("m", "erl", "hrl", "pro", "sas7");
    private static final Set<String> NO_SLASHES = Set.of(
            "py",
            "pyw",
            "r",
            "rb",
            "sh",
            "bash",
            "zsh",
            "fish",
            "pl",
            "pm",
            "jl",
            "ex",
            "exs",
            "coffee",
            "yaml",
            "yml",
            "toml",
            "ini",
            "cfg",
            "conf",
            "env",
            "properties",
            "mk",
            "make",
            "cmake",
            "dockerfile",
            "lua",
            "hs",
            "elm",
            "clj",
            "cljs",
            "cljc",
            "edn",
            "lisp",
            "el",
            "scm",
            "rkt",
            "m",
            "erl",
            "hrl",
            "vb",
            "vbs",
            "bas",
            "ps1",
            "psm1",
            "tcl",
            "awk",
            "nix",
            "json",
            "xml",
            "");

    /**
     * What begins a comment, and what ends it.
     *
     * @param open where it begins
     * @param close where it ends
     */
    private record Marks(String open, String close) {}

    /** The comments of languages for templates of pages: ERB, JSP, Jinja and its kin, Handlebars, Liquid. */
    private static final List<Marks> TEMPLATES = List.of(
            new Marks("<%#", "%>"),
            new Marks("<%--", "--%>"),
            new Marks("{# ", "#}"),
            new Marks("{{!", "}}"),
            new Marks("{% comment %}", "{% endcomment %}"));

    private static final Map<String, Marks> BLOCKS = blocks();
    /** Where a slash may begin a pattern, which may hold quotes. */
    private static final Set<String> SCRIPTS = Set.of("js", "mjs", "cjs", "jsx", "ts", "mts", "tsx", "vue", "svelte");

    private static final int LONGEST_PATTERN = 200;

    private static Map<String, Marks> blocks() {
        var blocks = new HashMap<String, Marks>();
        List.of("ml", "mli", "fs", "fsx", "sml").forEach(ending -> blocks.put(ending, new Marks("(*", "*)")));
        List.of("hs", "elm", "purs").forEach(ending -> blocks.put(ending, new Marks("{-", "-}")));
        blocks.put("lua", new Marks("--[[", "]]"));
        blocks.put("rb", new Marks("=begin", "\n=end"));
        List.of("pl", "pm").forEach(ending -> blocks.put(ending, new Marks("=pod", "\n=cut")));
        List.of("ps1", "psm1").forEach(ending -> blocks.put(ending, new Marks("<#", "#>")));
        blocks.put("m", new Marks("%{", "%}"));
        return Map.copyOf(blocks);
    }

    private int[] starts = new int[32];
    private Kind[] kinds = new Kind[32];
    private int count;

    private Regions() {}

    /** The regions of this text. */
    static Regions of(String text, @Nullable String path, FileKind kind) {
        var regions = new Regions();
        regions.add(0, kind == FileKind.PROSE || kind == FileKind.DATA ? Kind.PROSE : Kind.LIVE);
        switch (kind) {
            case PROSE, DATA -> {
                // All of it is for reading.
            }
            case NOTEBOOK -> regions.notebook(text);
            case HTML -> regions.html(text);
            case CODE, CONFIG -> regions.program(text, path);
        }
        return regions;
    }

    /** What this position is in. */
    Kind at(int position) {
        int found = Arrays.binarySearch(starts, 0, count, position);
        return kinds[found >= 0 ? found : -found - 2];
    }

    private void add(int start, Kind kind) {
        if (count > 0 && starts[count - 1] == start) {
            kinds[count - 1] = kind;
            return;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            kinds = Arrays.copyOf(kinds, count * 2);
        }
        starts[count] = start;
        kinds[count] = kind;
        count++;
    }

    /** The nearest of these words before a position says what it is in. */
    private void notebook(String text) {
        boolean code = false;
        int at = text.indexOf('"');
        while (at >= 0) {
            if (text.startsWith("\"cell_type\"", at)) {
                int colon = text.indexOf(':', at);
                int value = colon < 0 ? -1 : text.indexOf('"', colon);
                code = value > 0 && value - colon < 8 && text.startsWith("\"code\"", value);
                add(at, code ? Kind.LIVE : Kind.PROSE);
            } else if (text.startsWith("\"outputs\"", at)) {
                add(at, Kind.PROSE);
            } else if (text.startsWith("\"source\"", at)) {
                add(at, code ? Kind.LIVE : Kind.PROSE);
                at = sourceComments(text, at + 8, code);
            }
            at = text.indexOf('"', at + 1);
        }
    }

    /** Marks the comments of a cell's program, whose lines are strings of a JSON array or one long string. */
    private int sourceComments(String text, int from, boolean code) {
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
                        || c == ',' && text.charAt(Math.max(0, i - 1)) == '"' && !arrayGoesOn(text, i)) {
                    return i - 1;
                }
            } else if (c == '\\') {
                char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
                if (next == 'n' && comment) {
                    add(i, Kind.LIVE);
                    comment = false;
                }
                lineBegins = next == 'n' || lineBegins && next == 't';
                quote = next == 'n' ? 0 : next == '"' ? turned(quote, '"') : quote;
                i++;
            } else if (c == '"') {
                inString = false;
                if (comment) {
                    add(i, Kind.LIVE);
                    comment = false;
                }
            } else if (c == '\'') {
                quote = turned(quote, c);
                lineBegins = false;
            } else if (c == '#' && (lineBegins || quote == 0 && text.charAt(i - 1) == ' ') && code && !comment) {
                add(i, Kind.COMMENT);
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

    private static boolean arrayGoesOn(String text, int comma) {
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

    private void html(String text) {
        Kind now = Kind.LIVE;
        var unclosed = new HashSet<Marks>();
        int i = 0;
        while (i < text.length()) {
            int open = mark(text, i);
            if (open < 0) {
                return;
            }
            var template = TEMPLATES.stream()
                    .filter(marks -> text.startsWith(marks.open(), open) && !unclosed.contains(marks))
                    .findFirst();
            if (template.isPresent()) {
                int close = text.indexOf(template.get().close(), open);
                if (close < 0) {
                    // Nor will it be closed further on: to look for that each time would take too long.
                    unclosed.add(template.get());
                } else {
                    add(open, Kind.COMMENT);
                    add(close, now);
                }
                i = close < 0 ? open + 1 : close;
            } else if (text.startsWith("<!--", open)) {
                int close = text.indexOf("-->", open + 4);
                add(open, Kind.COMMENT);
                if (close < 0) {
                    return;
                }
                add(close + 3, now);
                i = close + 3;
            } else if (startsWithIgnoringCase(text, "<script", open)) {
                int close = indexOfIgnoringCase(text, "</script", open);
                int end = close < 0 ? text.length() : close;
                int body = text.indexOf('>', open);
                if (body > 0 && body < end) {
                    new Scanner(text, body + 1, end, "js").run();
                    add(end, now);
                }
                i = end + 1;
            } else {
                i = open + 1;
            }
        }
    }

    /** The next place from here where something may begin in a page; -1 where none does. */
    private static int mark(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<' || c == '{' && i + 1 < text.length() && "#!%".indexOf(text.charAt(i + 1)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private void program(String text, @Nullable String path) {
        if (FileKind.isLiterate(path)) {
            literate(text, FileKind.ending(path));
        } else {
            new Scanner(text, 0, text.length(), FileKind.ending(path)).run();
        }
    }

    /** R Markdown: program between fences, prose around them. */
    private void literate(String text, String ending) {
        add(0, Kind.PROSE);
        int fence = lineBeginning(text, "```{", 0);
        while (fence >= 0) {
            int body = text.indexOf('\n', fence);
            int close = body < 0 ? -1 : lineBeginning(text, "```", body);
            int end = close < 0 ? text.length() : close;
            if (body < 0) {
                return;
            }
            add(body, Kind.LIVE);
            new Scanner(text, body, end, ending).run();
            add(end, Kind.PROSE);
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

    private static boolean startsWithIgnoringCase(String text, String word, int at) {
        return text.regionMatches(true, at, word, 0, word.length());
    }

    private static int indexOfIgnoringCase(String text, String word, int from) {
        for (int at = text.indexOf('<', from); at >= 0; at = text.indexOf('<', at + 1)) {
            if (startsWithIgnoringCase(text, word, at)) {
                return at;
            }
        }
        return -1;
    }

    /** Tells strings from comments in one program. */
    private final class Scanner {

        private final String text;
        private final int end;
        private final String ending;
        private int i;

        Scanner(String text, int start, int end, String ending) {
            this.text = text;
            this.end = end;
            this.ending = ending.toLowerCase(Locale.ROOT);
            this.i = start;
        }

        void run() {
            boolean hash = HASH.contains(ending);
            boolean slashes = !NO_SLASHES.contains(ending);
            boolean xml = Set.of("xml", "vue", "svelte", "jsx", "tsx", "php", "qgs", "twb", "astro")
                    .contains(ending);
            boolean python = Set.of("py", "pyw", "jl", "ex", "exs", "coffee").contains(ending);
            boolean dashes = DASHES.contains(ending);
            boolean semicolon = SEMICOLON.contains(ending);
            boolean percent = PERCENT.contains(ending);
            boolean settings = SETTINGS.contains(ending);
            boolean basic = BASIC.contains(ending);
            boolean batch = BATCH.contains(ending);
            boolean asterisk = ASTERISK.contains(ending);
            boolean script = SCRIPTS.contains(ending);
            var block = BLOCKS.get(ending);
            while (i < end) {
                char c = text.charAt(i);
                if ((c > '`' || c == ' ' || c >= '0' && c <= '9') && !(batch && c == 'r') && c != '{') {
                    // Most of a text is letters, digits and blanks, and none of them begins anything.
                    i++;
                } else if (python && (text.startsWith("\"\"\"", i) || text.startsWith("'''", i))) {
                    tripleQuoted();
                } else if (basic && c == '\''
                        || batch && (c == ':' && next() == ':' || isRemark()) && beginsLine()
                        || asterisk && c == '*' && beginsLine()) {
                    lineComment();
                } else if (block != null
                        && c == block.open().charAt(0)
                        && text.startsWith(block.open(), i)
                        && (c != '=' || beginsLine())) {
                    blockComment(block.close());
                } else if (script && c == '/' && patternMayBegin()) {
                    pattern();
                } else if (c == '\\') {
                    i += 2;
                } else if (c == '"' || c == '\'' || c == '`') {
                    string(c);
                } else if (slashes && c == '/' && next() == '/' && !urlAhead()) {
                    lineComment();
                } else if (slashes && c == '/' && next() == '*') {
                    blockComment("*/");
                } else if (hash && c == '#' && commentMayBegin()) {
                    lineComment();
                } else if (dashes && c == '-' && next() == '-'
                        || semicolon && c == ';'
                        || settings && c == ';' && beginsLine()
                        || percent && c == '%') {
                    lineComment();
                } else if (xml && c == '<' && text.startsWith("<!--", i)) {
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
                add(i, Kind.PROSE);
                add(after, Kind.LIVE);
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
            add(i, Kind.COMMENT);
            add(after, Kind.LIVE);
            i = after;
        }

        private void blockComment(String mark) {
            int close = text.indexOf(mark, i + 2);
            int after = close < 0 || close > end ? end : close + mark.length();
            add(i, Kind.COMMENT);
            add(after, Kind.LIVE);
            i = after;
        }
    }
}
