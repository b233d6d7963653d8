package sightings.ingest.downloads;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the patterns in which Apache ({@code %h %t}) and nginx ({@code $remote_addr}) are told how to write a line. */
final class PatternReader {

    /** An escape of Apache with its modifiers, a variable of nginx, or any other letter. */
    private static final Pattern TOKEN = Pattern.compile(
            "%[!\\d,]*[<>]?(?:\\{([^}]*)})?\\^?([a-zA-Z%])|\\$\\{?(\\w+)}?|\\\\([\"\\\\nt])|(.)", Pattern.DOTALL);

    private static final Map<String, LogField> VARIABLES = Map.ofEntries(
            Map.entry("remote_addr", LogField.ADDRESS),
            Map.entry("realip_remote_addr", LogField.IGNORED),
            Map.entry("http_x_forwarded_for", LogField.FORWARDED),
            Map.entry("proxy_add_x_forwarded_for", LogField.FORWARDED),
            Map.entry("time_local", LogField.TIME),
            Map.entry("time_iso8601", LogField.ISO_TIME),
            Map.entry("msec", LogField.EPOCH),
            Map.entry("request", LogField.REQUEST),
            Map.entry("request_method", LogField.METHOD),
            Map.entry("request_uri", LogField.TARGET),
            Map.entry("uri", LogField.TARGET),
            Map.entry("document_uri", LogField.TARGET),
            Map.entry("args", LogField.QUERY),
            Map.entry("query_string", LogField.QUERY),
            Map.entry("status", LogField.STATUS),
            Map.entry("http_referer", LogField.REFERRER),
            Map.entry("http_user_agent", LogField.AGENT),
            Map.entry("http_x_app_token", LogField.APP_TOKEN));

    private static final Map<String, LogField> LETTERS = Map.of(
            "h", LogField.ADDRESS,
            "a", LogField.ADDRESS,
            "r", LogField.REQUEST,
            "m", LogField.METHOD,
            "U", LogField.TARGET,
            "s", LogField.STATUS);

    private static final Map<String, LogField> HEADERS = Map.of(
            "referer", LogField.REFERRER,
            "user-agent", LogField.AGENT,
            "x-forwarded-for", LogField.FORWARDED,
            "x-real-ip", LogField.FORWARDED,
            "x-app-token", LogField.APP_TOKEN);

    private final List<PatternFormat.Part> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private PatternReader() {}

    /**
     * The parts of a pattern.
     *
     * @throws IllegalArgumentException where it has no time, no request or no status, without which nothing is counted
     */
    static List<PatternFormat.Part> read(String pattern) {
        var reader = new PatternReader();
        // Path and query side by side are one target.
        var joined = pattern.replace("%U%q", "%{}U").replace("$uri$is_args$args", "$request_uri");
        var tokens = TOKEN.matcher(PatternFormat.asBytes(joined));
        while (tokens.find()) {
            reader.take(tokens);
        }
        if (!reader.text.isEmpty()) {
            reader.field(LogField.IGNORED);
        }
        reader.check(pattern);
        return List.copyOf(reader.parts);
    }

    private void take(Matcher token) {
        if (token.group(2) != null) {
            apache(token.group(1) == null ? "" : token.group(1), token.group(2));
        } else if (token.group(3) != null) {
            field(VARIABLES.getOrDefault(token.group(3), LogField.IGNORED));
        } else if (token.group(4) != null) {
            text.append(token.group(4).equals("t") ? "\t" : token.group(4).equals("n") ? "\n" : token.group(4));
        } else {
            text.append(token.group(5));
        }
    }

    private void apache(String argument, String letter) {
        switch (letter) {
            case "%" -> text.append('%');
            case "t" -> time(argument);
            case "i" -> field(HEADERS.getOrDefault(argument.toLowerCase(Locale.ROOT), LogField.IGNORED));
            default -> field(LETTERS.getOrDefault(letter, LogField.IGNORED));
        }
    }

    private void time(String format) {
        switch (format) {
            case "" -> {
                text.append('[');
                field(LogField.TIME);
                text.append(']');
            }
            case "sec" -> field(LogField.EPOCH);
            case "%d/%b/%Y:%H:%M:%S %z", "%d/%b/%Y:%T %z" -> field(LogField.TIME);
            case "%Y-%m-%dT%H:%M:%S%z", "%FT%T%z", "%Y-%m-%d %H:%M:%S%z" -> field(LogField.ISO_TIME);
            default -> field(LogField.IGNORED);
        }
    }

    private void field(LogField field) {
        if (text.isEmpty() && !parts.isEmpty()) {
            throw new IllegalArgumentException(
                    "Two fields of a log format stand side by side, so nobody can tell where one ends");
        }
        parts.add(new PatternFormat.Part(text.toString(), field));
        text.setLength(0);
    }

    private void check(String pattern) {
        boolean time = has(LogField.TIME) || has(LogField.ISO_TIME) || has(LogField.EPOCH);
        boolean request = has(LogField.REQUEST) || has(LogField.METHOD) && has(LogField.TARGET);
        if (!time || !request || !has(LogField.STATUS)) {
            throw new IllegalArgumentException("A log format needs a time, a request and a status: " + pattern);
        }
    }

    private boolean has(LogField field) {
        return parts.stream().anyMatch(part -> part.field() == field);
    }
}
