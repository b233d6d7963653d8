package sightings.ingest.downloads;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the patterns in which Apache ({@code %h %t}) and nginx ({@code $remote_addr}) are told how to write a line. */
final class PatternReader {

    /** An escape of Apache with its modifiers, a variable of nginx, or any other letter. */
    private static final Pattern TOKEN = Pattern.compile(
            "%[!\\d,]*[<>]?(?:\\{([^}]*)})?(\\^[a-zA-Z]{2}|[a-zA-Z%])|\\$\\{?(\\w+)}?|\\\\([\"\\\\nt])|(.)",
            Pattern.DOTALL);

    private static final Pattern SERVER_NAME =
            Pattern.compile("(host|hostname|scheme|proto|port)$", Pattern.CASE_INSENSITIVE);

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
            Map.entry("is_args", LogField.QUERY_MARK),
            Map.entry("server_name", LogField.SERVER),
            Map.entry("ssl_server_name", LogField.SERVER),
            Map.entry("server_addr", LogField.SERVER),
            Map.entry("status", LogField.STATUS),
            Map.entry("http_referer", LogField.REFERRER),
            Map.entry("http_user_agent", LogField.AGENT),
            Map.entry("http_x_app_token", LogField.APP_TOKEN));

    private static final Map<String, LogField> LETTERS = Map.ofEntries(
            Map.entry("h", LogField.ADDRESS),
            Map.entry("a", LogField.ADDRESS),
            Map.entry("r", LogField.REQUEST),
            Map.entry("m", LogField.METHOD),
            Map.entry("U", LogField.TARGET),
            Map.entry("q", LogField.MARKED_QUERY),
            Map.entry("s", LogField.STATUS),
            Map.entry("v", LogField.SERVER),
            Map.entry("V", LogField.SERVER),
            Map.entry("A", LogField.SERVER),
            Map.entry("p", LogField.SERVER));

    private static final Map<String, LogField> HEADERS = Map.of(
            "referer", LogField.REFERRER,
            "user-agent", LogField.AGENT,
            "x-forwarded-for", LogField.FORWARDED,
            "x-real-ip", LogField.FORWARDED,
            "x-app-token", LogField.APP_TOKEN);

    private static final String A_TIME =
            "time (%t, $time_local, $time_iso8601, or in %{...}t a day and a time of day with its seconds)";
    private static final String A_REQUEST = "request (%r, $request, or a method and %U or $request_uri)";
    private static final String A_STATUS = "status (%>s, $status)";

    private final String pattern;
    private final List<PatternFormat.Part> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean quoted;
    private String last = "";

    private PatternReader(String pattern) {
        this.pattern = pattern;
    }

    /**
     * The parts of a pattern.
     *
     * @throws IllegalArgumentException where it has no time, no request or no status, without which nothing is counted, or
     *     where nobody could tell where a field ends
     */
    static List<PatternFormat.Part> read(String pattern) {
        return new PatternReader(pattern).read();
    }

    private List<PatternFormat.Part> read() {
        var tokens = TOKEN.matcher(PatternFormat.asBytes(pattern));
        while (tokens.find()) {
            take(tokens);
        }
        if (!text.isEmpty()) {
            field(LogField.IGNORED, "");
        }
        check();
        return List.copyOf(parts);
    }

    private void take(Matcher token) {
        if (token.group(2) != null) {
            apache(token.group(1) == null ? "" : token.group(1), token.group(2), token.group());
        } else if (token.group(3) != null) {
            field(VARIABLES.getOrDefault(token.group(3), other(token.group(3))), token.group());
        } else if (token.group(4) != null) {
            text(
                    token.group(4).equals("t")
                            ? '\t'
                            : token.group(4).equals("n") ? '\n' : token.group(4).charAt(0));
        } else {
            text(token.group(5).charAt(0));
        }
    }

    private void apache(String argument, String letter, String token) {
        switch (letter) {
            case "%" -> text('%');
            case "t" -> time(argument, token);
            case "i" -> field(HEADERS.getOrDefault(argument.toLowerCase(Locale.ROOT), other(argument)), token);
            default -> field(LETTERS.getOrDefault(letter, other(argument)), token);
        }
    }

    /** What is not read, of which it may be told by its name that it has no slash. */
    private static LogField other(String name) {
        return SERVER_NAME.matcher(name).find() ? LogField.SERVER : LogField.IGNORED;
    }

    private void time(String format, String token) {
        if (format.isEmpty()) {
            text('[');
            field(LogField.TIME, token);
            text(']');
            return;
        }
        var known = TimePattern.of(format);
        if (known.isEmpty()) {
            field(LogField.IGNORED, token);
        } else {
            requireText(token);
            add(List.of(LogField.IGNORED), known.get(), token);
        }
    }

    private void text(char letter) {
        text.append(letter);
        quoted ^= letter == '"';
    }

    private void field(LogField field, String token) {
        if (!isSideBySide()) {
            add(List.of(field), null, token);
            return;
        }
        var before = parts.getLast();
        var fields = new ArrayList<>(before.fields());
        fields.add(field);
        if (!Neighbours.canBeRead(fields)) {
            requireText(token);
        }
        parts.set(parts.size() - 1, new PatternFormat.Part(before.before(), fields, null, before.quoted()));
        last = token;
    }

    /** Whether nothing tells where the field before ends; a time knows that itself. */
    private boolean isSideBySide() {
        return text.isEmpty() && !parts.isEmpty() && parts.getLast().time() == null;
    }

    private void requireText(String token) {
        if (isSideBySide()) {
            throw refused(last + " and " + token + " stand side by side, so nobody can tell where one ends");
        }
    }

    private void add(List<LogField> fields, @Nullable TimePattern time, String token) {
        parts.add(new PatternFormat.Part(text.toString(), fields, time, quoted));
        text.setLength(0);
        last = token;
    }

    private void check() {
        var missing = new ArrayList<String>();
        if (!has(LogField.TIME) && !has(LogField.ISO_TIME) && !has(LogField.EPOCH) && !sayWhen(parts)) {
            missing.add(A_TIME);
        }
        if (!has(LogField.REQUEST) && !(has(LogField.METHOD) && has(LogField.TARGET))) {
            missing.add(A_REQUEST);
        }
        if (!has(LogField.STATUS)) {
            missing.add(A_STATUS);
        }
        if (!missing.isEmpty()) {
            throw refused("it has no " + String.join(" and no ", missing));
        }
    }

    private IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("The log format " + pattern + " cannot be read: " + why);
    }

    private boolean has(LogField field) {
        return parts.stream().anyMatch(part -> part.has(field));
    }

    /** Whether the times that are written by a pattern of their own say when it was. */
    static boolean sayWhen(List<PatternFormat.Part> parts) {
        return TimePattern.sayWhen(
                parts.stream().flatMap(part -> Stream.ofNullable(part.time())).toList());
    }
}
