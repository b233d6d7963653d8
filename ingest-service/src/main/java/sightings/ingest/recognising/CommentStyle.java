package sightings.ingest.recognising;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the comments of a language begin, known by the ending of a file's name. Where an ending is not known, those of C.
 *
 * @param hash {@code #} begins a comment
 * @param slashes {@code //} and {@code /*} do
 * @param xml {@code <!--} does
 * @param python strings in three quotes are for reading
 * @param dashes {@code --} does
 * @param semicolon {@code ;} does
 * @param settings {@code ;} does at the beginning of a line
 * @param percent {@code %} does
 * @param basic {@code '} does
 * @param batch {@code ::} and {@code REM} do
 * @param asterisk {@code *} does at the beginning of a line
 * @param script a slash may begin a pattern
 * @param block another block that is a comment
 */
record CommentStyle(
        boolean hash,
        boolean slashes,
        boolean xml,
        boolean python,
        boolean dashes,
        boolean semicolon,
        boolean settings,
        boolean percent,
        boolean basic,
        boolean batch,
        boolean asterisk,
        boolean script,
        CommentStyle.@Nullable Marks block) {

    /**
     * What begins a comment, and what ends it.
     *
     * @param open where it begins
     * @param close where it ends
     */
    record Marks(String open, String close) {}

    /** Where {@code #} begins a comment and two slashes do not. */
    private static final Set<String> HASH_ALONE = Set.of(
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
            "nix",
            "tcl",
            "awk",
            "ps1",
            "psm1",
            "");

    private static final Set<String> HASH =
            and(HASH_ALONE, "tf", "tfvars", "hcl", "php", "graphql", "gql", "cr", "nim", "sample", "example", "dist");
    private static final Set<String> XML = Set.of("xml", "vue", "svelte", "jsx", "tsx", "php", "qgs", "twb", "astro");
    private static final Set<String> PYTHON = Set.of("py", "pyw", "jl", "ex", "exs", "coffee");
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
    private static final Set<String> NO_SLASHES = and(
            HASH_ALONE,
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
            "json",
            "xml");

    private static final Map<String, Marks> BLOCKS = blocks();
    /** Where a slash may begin a pattern, which may hold quotes. */
    private static final Set<String> SCRIPTS = Set.of("js", "mjs", "cjs", "jsx", "ts", "mts", "tsx", "vue", "svelte");

    private static Set<String> and(Set<String> endings, String... more) {
        var all = new HashSet<>(endings);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }

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

    /** The style of files with this ending, in any case. */
    static CommentStyle of(String fileEnding) {
        var ending = fileEnding.toLowerCase(Locale.ROOT);
        return new CommentStyle(
                HASH.contains(ending),
                !NO_SLASHES.contains(ending),
                XML.contains(ending),
                PYTHON.contains(ending),
                DASHES.contains(ending),
                SEMICOLON.contains(ending),
                SETTINGS.contains(ending),
                PERCENT.contains(ending),
                BASIC.contains(ending),
                BATCH.contains(ending),
                ASTERISK.contains(ending),
                SCRIPTS.contains(ending),
                BLOCKS.get(ending));
    }
}
