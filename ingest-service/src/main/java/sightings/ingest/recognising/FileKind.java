package sightings.ingest.recognising;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a text is, as far as the name of its file tells; it decides what a dataset's address in it means. */
enum FileKind {
    /** Programs. */
    CODE,
    /** Jupyter notebooks: program, prose and results in one JSON document. */
    NOTEBOOK,
    /** Settings that a program reads. */
    CONFIG,
    /** Web pages and their templates. */
    HTML,
    /** Records rather than instructions. */
    DATA,
    /** Texts for people. */
    PROSE;

    private static final Set<String> PROSE_ENDINGS = Set.of(
            "md",
            "markdown",
            "mdx",
            "mdown",
            "rst",
            "txt",
            "adoc",
            "asciidoc",
            "org",
            "tex",
            "textile",
            "bib",
            "rdoc",
            "rd",
            "po",
            "pot",
            "pod",
            "wiki",
            "mediawiki");
    private static final Set<String> CONFIG_ENDINGS = Set.of(
            "json",
            "json5",
            "jsonc",
            "yaml",
            "yml",
            "toml",
            "ini",
            "cfg",
            "conf",
            "config",
            "env",
            "properties",
            "xml",
            "tf",
            "tfvars",
            "hcl",
            "plist",
            "sample",
            "example",
            "template",
            "dist",
            "mk",
            "make",
            "cmake",
            "dockerfile",
            "lookml",
            "lkml",
            "twb",
            "qgs",
            "pbip",
            "tmdl");
    private static final Set<String> DATA_ENDINGS = Set.of(
            "csv",
            "tsv",
            "psv",
            "jsonl",
            "ndjson",
            "geojson",
            "topojson",
            "kml",
            "gml",
            "gpx",
            "svg",
            "log",
            "lock",
            "har",
            "out",
            "dat",
            "warc",
            "rss",
            "atom",
            "map");
    private static final Set<String> HTML_ENDINGS = Set.of(
            "html",
            "htm",
            "xhtml",
            "erb",
            "hbs",
            "handlebars",
            "ejs",
            "mustache",
            "jinja",
            "jinja2",
            "j2",
            "tmpl",
            "liquid",
            "twig",
            "cshtml",
            "jsp",
            "asp",
            "aspx",
            "haml",
            "pug",
            "jade",
            "slim",
            "njk",
            "mako");
    private static final Set<String> CONFIG_NAMES = Set.of(
            "makefile",
            "dockerfile",
            "procfile",
            "gemfile",
            "pipfile",
            "rakefile",
            "vagrantfile",
            "snakefile",
            ".env",
            ".envrc",
            "jenkinsfile",
            "cmakelists.txt");
    private static final Set<String> PROSE_NAMES = Set.of(
            "readme",
            "license",
            "licence",
            "notice",
            "authors",
            "contributors",
            "contributing",
            "changelog",
            "changes",
            "history",
            "news",
            "todo",
            "copying",
            "install",
            "credits",
            "citation");
    private static final Map<String, String> RMARKDOWN = Map.of("rmd", "r", "qmd", "r", "rnw", "r", "jmd", "jl");

    /** The kind of the file with this path; a text without a file is prose. */
    static FileKind of(@Nullable String path) {
        if (path == null) {
            return PROSE;
        }
        var name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        var ending = ending(path);
        if (CONFIG_NAMES.contains(name) || name.startsWith(".env")) {
            return CONFIG;
        }
        var stem = name.indexOf('.') > 0 ? name.substring(0, name.indexOf('.')) : name;
        if (ending.isEmpty()) {
            return PROSE_NAMES.contains(stem) ? PROSE : CODE;
        }
        if (ending.equals("ipynb")) {
            return NOTEBOOK;
        }
        if (PROSE_ENDINGS.contains(ending)) {
            return PROSE;
        }
        if (CONFIG_ENDINGS.contains(ending)) {
            return CONFIG;
        }
        if (DATA_ENDINGS.contains(ending)) {
            return DATA;
        }
        return HTML_ENDINGS.contains(ending) ? HTML : CODE;
    }

    /** The part of the name behind the last dot, in lower case; of R Markdown that of its programs. */
    static String ending(@Nullable String path) {
        if (path == null) {
            return "";
        }
        var name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        var ending = dot < 0 || dot == 0 && name.indexOf('.', 1) < 0 ? "" : name.substring(dot + 1);
        return RMARKDOWN.getOrDefault(ending, ending);
    }

    /** Whether prose surrounds the programs, as in R Markdown. */
    static boolean isLiterate(@Nullable String path) {
        return path != null
                && RMARKDOWN.containsKey(
                        path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
