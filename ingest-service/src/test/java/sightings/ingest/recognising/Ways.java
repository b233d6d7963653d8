package sightings.ingest.recognising;

import java.util.List;

/** The ways in which people write an address, or an id apart from its portal, in each kind of file. */
final class Ways {

    /** How many ways each kind of file has; the ways of a kind with fewer are used again. */
    static final int COUNT = 4;

    private Ways() {}

    /** Lines that hold this address. */
    static String address(String path, String url, int way) {
        int cut = Math.max(url.lastIndexOf('/') + 1, url.indexOf("//") + 2);
        var head = url.substring(0, cut);
        var tail = url.substring(cut);
        var forms = switch (FileKind.of(path)) {
            case PROSE ->
                List.of(
                        "See [the data](" + url + ").",
                        "* <" + url + "> and more",
                        "The data (" + url + "), updated daily",
                        "`" + url + "`");
            case NOTEBOOK ->
                List.of(
                        code("df = pd.read_json('" + url + "')"),
                        code("url = \\\"" + url + "\\\""),
                        "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": [\"[rows](" + url + ")\\n\"]}]}",
                        code("url = ('" + head + "'\\n\",\n \"       '" + tail + "')"));
            case HTML ->
                List.of(
                        "<a href=\"" + url.replace("&", "&amp;") + "\">data</a>",
                        "<script>d3.json('" + url + "', draw)</script>",
                        "<div data-source='" + url + "'></div>",
                        "<!-- " + url + " -->");
            case DATA -> List.of("1,\"" + url + "\",x", url, "1\t" + url + "\t2", "a;" + url + ";b");
            case CONFIG ->
                List.of(
                        "\"url\": \"" + url.replace("/", "\\/") + "\",",
                        "url: " + url,
                        "URL=" + url,
                        "- '" + url + "'");
            case CODE ->
                List.of(
                        "url = \"" + url + "\"",
                        comment(path) + " " + url,
                        "get('" + head + "' " + joint(path) + " '" + tail + "')",
                        "call(\"" + url.replace("/", "\\/") + "\");");
        };
        return forms.get(way % forms.size());
    }

    /** Lines that hold this id and, in another line, its portal or what asks it. */
    static String id(String path, String portal, String id, int way) {
        var forms = switch (FileKind.of(path)) {
            case PROSE, DATA ->
                List.of("| Crimes | " + id + " |", portal + ": " + id, "joined to Contracts " + id, "`" + id + "`");
            case NOTEBOOK ->
                List.of(
                        code("rows = client.get('" + id + "')"),
                        code("c = Socrata('" + portal + "', None)\\n\",\n \"c.get(\\\"" + id + "\\\")"),
                        "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": [\"dataset " + id + "\"]}]}",
                        code("ids = ['" + id + "']"));
            case HTML, CONFIG ->
                List.of(
                        "\"id\": \"" + id + "\",",
                        "dataset: " + id,
                        "<b data-id='" + id + "'></b>",
                        portal + " / " + id);
            case CODE ->
                List.of(
                        "rows = Socrata(\"" + portal + "\", None).get(\"" + id + "\")",
                        "DATASET = \"" + id + "\"",
                        "get(BASE + '/resource/" + id + ".json')",
                        comment(path) + " rows of " + id);
        };
        return forms.get(way % forms.size());
    }

    private static String code(String line) {
        return "{\"cells\": [{\"cell_type\": \"code\", \"outputs\": [], \"source\": [\"" + line + "\"]}]}";
    }

    private static String comment(String path) {
        return switch (FileKind.ending(path)) {
            case "py", "r", "rb", "sh", "jl", "pl", "" -> "#";
            case "sql", "lua", "hs" -> "--";
            case "clj" -> ";;";
            default -> "//";
        };
    }

    private static String joint(String path) {
        return switch (FileKind.ending(path)) {
            case "r" -> ",";
            case "php", "pl" -> ".";
            case "py" -> "\n   ";
            default -> "+";
        };
    }
}
