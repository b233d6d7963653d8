package sightings.city;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What would be right for each key of {@code city.yml}, in words for the person who writes it. */
final class CityKeys {

    private static final Pattern INDEX = Pattern.compile("\\[[^]]*]");
    private static final String ADDRESS = "an address such as ";
    private static final String NAME = "1 to 40 of a-z, 0-9 and -, never changed later, such as ";

    private static final Map<String, String> RIGHT = new LinkedHashMap<>();

    static {
        RIGHT.put("city.name", "the city's name, such as Springfield");
        RIGHT.put("city.site", ADDRESS + "https://stories.example.gov");
        RIGHT.put("city.languages", "two-letter language codes, such as [en, es]");
        RIGHT.put("city.time-zone", "a time zone, such as America/Chicago");
        RIGHT.put("city.sample", "true or false");
        RIGHT.put("city.portals", "at least one portal with its address");
        RIGHT.put("city.portals.address", ADDRESS + "https://data.example.gov");
        RIGHT.put("city.portals.kind", "socrata, dcat-us, ckan, arcgis-hub or opendatasoft, or nothing: it is found");
        RIGHT.put("city.portals.catalogue", ADDRESS + "https://data.example.gov");
        RIGHT.put("city.portals.hosts", "hosts without scheme and path, in lower case, such as [www.example.gov]");
        RIGHT.put("city.logs", "a list of name and folder, and format, exclude and exclude-agents if need be");
        RIGHT.put("city.logs.name", NAME + "portal");
        RIGHT.put("city.logs.folder", "a folder, such as /var/log/portal");
        RIGHT.put("city.logs.format", "auto, the name of a log format, or a pattern of Apache or nginx");
        RIGHT.put("city.logs.exclude", "addresses or blocks of them, such as [192.0.2.0/24]");
        RIGHT.put("city.logs.exclude-agents", "what user agents contain, such as [OurMonitor]");
        RIGHT.put("city.counting", "open-for, fewer-than and robots");
        RIGHT.put("city.counting.open-for", "a duration from 1h to 60h, such as 48h");
        RIGHT.put("city.counting.fewer-than", "a number from 2 to 1000, such as 5");
        RIGHT.put(
                "city.counting.robots",
                "a file with a JSON array of {\"pattern\": ...} as COUNTER publishes it, or nothing for the list that is built in");
        RIGHT.put("city.statistics", "a list of name and file");
        RIGHT.put("city.statistics.name", NAME + "site-analytics");
        RIGHT.put("city.statistics.file", "a CSV file, such as /srv/usage.csv");
        RIGHT.put("city.github", "address, web, token and every");
        RIGHT.put("city.github.address", ADDRESS + "https://api.github.com");
        RIGHT.put("city.github.web", ADDRESS + "https://github.com");
        RIGHT.put("city.github.token", "a personal access token, best ${GITHUB_TOKEN:}");
        RIGHT.put("city.github.every", "a duration above zero, such as 24h");
        RIGHT.put("city.feeds", "a list of addresses such as https://example.org/feed.xml");
        RIGHT.put("city.feeds-every", "a duration above zero, such as 30m");
        RIGHT.put("city.map", "centre, zoom and boundaries");
        RIGHT.put("city.map.centre", "longitude and latitude, such as [-87.68, 41.84]");
        RIGHT.put("city.map.zoom", "a number from 0 to 22, such as 10");
        RIGHT.put("city.map.boundaries", "a GeoJSON file");
        RIGHT.put("city.contact", "accessibility, privacy and report");
        RIGHT.put("city.contact.accessibility", "an e-mail address or a web address");
        RIGHT.put("city.contact.privacy", "an e-mail address or a web address");
        RIGHT.put("city.contact.report", "an e-mail address or a web address");
        RIGHT.put("city.how-we-choose", "a text for each language, such as {en: ..., es: ...}");
    }

    private CityKeys() {}

    /** What would be right for this key. */
    static String right(String key) {
        var right = RIGHT.get(INDEX.matcher(key).replaceAll(""));
        return right == null ? "see the README for what is right" : "right would be " + right;
    }

    /** The keys that stand under this one. */
    static String known(String parent) {
        var prefix = INDEX.matcher(parent).replaceAll("") + ".";
        var names = RIGHT.keySet().stream()
                .filter(key -> key.startsWith(prefix) && key.indexOf('.', prefix.length()) < 0)
                .map(key -> key.substring(prefix.length()))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "it takes no keys below it" : "known here: " + names;
    }
}
