package sightings.ingest.downloads;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import sightings.ingest.downloads.Parsed.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads lines that are JSON objects: Caddy's and Traefik's own, and what nginx is commonly told to write. A field is known
 * by its name with the names of the objects around it; where several names stand for the same, the last one in the line
 * decides. What is not quite JSON is read as {@link LooseJson} understands it.
 */
final class JsonFormat implements LogFormat {

    private static final int DEEPEST = 8;
    private static final JsonFactory JSON = new JsonFactory();
    private static final Map<String, LogField> NAMES = Map.ofEntries(
            Map.entry("remote_addr", LogField.ADDRESS),
            Map.entry("remote_ip", LogField.ADDRESS),
            Map.entry("client_ip", LogField.ADDRESS),
            Map.entry("clientip", LogField.ADDRESS),
            Map.entry("clienthost", LogField.ADDRESS),
            Map.entry("request.remote_ip", LogField.ADDRESS),
            Map.entry("request.client_ip", LogField.ADDRESS),
            Map.entry("http_x_forwarded_for", LogField.FORWARDED),
            Map.entry("x_forwarded_for", LogField.FORWARDED),
            Map.entry("request_x-forwarded-for", LogField.FORWARDED),
            Map.entry("time_local", LogField.TIME),
            Map.entry("time_iso8601", LogField.ISO_TIME),
            Map.entry("@timestamp", LogField.ISO_TIME),
            Map.entry("timestamp", LogField.ISO_TIME),
            Map.entry("time", LogField.ISO_TIME),
            Map.entry("startutc", LogField.ISO_TIME),
            Map.entry("ts", LogField.EPOCH),
            Map.entry("msec", LogField.EPOCH),
            Map.entry("request", LogField.REQUEST),
            Map.entry("request_method", LogField.METHOD),
            Map.entry("method", LogField.METHOD),
            Map.entry("requestmethod", LogField.METHOD),
            Map.entry("request.method", LogField.METHOD),
            Map.entry("request_uri", LogField.TARGET),
            Map.entry("uri", LogField.TARGET),
            Map.entry("requestpath", LogField.TARGET),
            Map.entry("request.uri", LogField.TARGET),
            Map.entry("args", LogField.QUERY),
            Map.entry("status", LogField.STATUS),
            Map.entry("downstreamstatus", LogField.STATUS),
            Map.entry("http_referer", LogField.REFERRER),
            Map.entry("http_referrer", LogField.REFERRER),
            Map.entry("referer", LogField.REFERRER),
            Map.entry("request_referer", LogField.REFERRER),
            Map.entry("request.headers.referer", LogField.REFERRER),
            Map.entry("http_user_agent", LogField.AGENT),
            Map.entry("user_agent", LogField.AGENT),
            Map.entry("agent", LogField.AGENT),
            Map.entry("request_user-agent", LogField.AGENT),
            Map.entry("request.headers.user-agent", LogField.AGENT),
            Map.entry("http_x_app_token", LogField.APP_TOKEN),
            Map.entry("x_app_token", LogField.APP_TOKEN),
            Map.entry("request_x-app-token", LogField.APP_TOKEN),
            Map.entry("request.headers.x-app-token", LogField.APP_TOKEN));

    private final LineBuilder builder = new LineBuilder();

    @Override
    public String name() {
        return "json";
    }

    @Override
    public Parsed parse(byte[] bytes, int start, int to) {
        int from = LogFormat.behindMark(bytes, start, to);
        if (LogFormat.isBlank(bytes, from, to)) {
            return Parsed.Rejected.of(Reason.BLANK);
        }
        if (bytes[from] != '{') {
            return Parsed.Rejected.of(Reason.NOT_THIS_FORMAT);
        }
        try {
            return line(bytes, from, to);
        } catch (JacksonException e) {
            return repaired(bytes, from, to);
        }
    }

    private Parsed line(byte[] bytes, int from, int to) {
        builder.begin();
        try (var json = JSON.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
            json.nextToken();
            object(json, "", 0);
            return json.nextToken() == null ? builder.end() : Parsed.Rejected.of(Reason.NOT_THIS_FORMAT);
        }
    }

    private Parsed repaired(byte[] bytes, int from, int to) {
        var repaired = LooseJson.repaired(bytes, from, to);
        try {
            if (repaired != null) {
                return line(repaired, 0, repaired.length);
            }
        } catch (JacksonException e) {
            // It is none in this way either.
        }
        return Parsed.Rejected.of(bytes[to - 1] == '}' ? Reason.NOT_THIS_FORMAT : Reason.TRUNCATED);
    }

    private void object(JsonParser json, String prefix, int depth) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var path = prefix + json.currentName().toLowerCase(java.util.Locale.ROOT);
            var token = json.nextToken();
            if (token == JsonToken.START_ARRAY) {
                array(json, path);
            } else if (token == JsonToken.START_OBJECT && depth < DEEPEST) {
                object(json, path + ".", depth + 1);
            } else if (token == JsonToken.START_OBJECT) {
                json.skipChildren();
            } else {
                value(json, path);
            }
        }
    }

    /** A header may have been sent several times; the first one is taken. */
    private void array(JsonParser json, String path) {
        var token = json.nextToken();
        if (token != JsonToken.END_ARRAY && token.isScalarValue()) {
            value(json, path);
        }
        int depth = token == JsonToken.END_ARRAY ? 0 : 1;
        if (token.isStructStart()) {
            json.skipChildren();
        }
        while (depth > 0) {
            var next = json.nextToken();
            if (next == null) {
                return;
            }
            depth += next.isStructStart() ? 1 : next.isStructEnd() ? -1 : 0;
        }
    }

    private void value(JsonParser json, String path) {
        var field = NAMES.get(path);
        if (field == null || json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        var value = json.getString();
        var encoded = value.getBytes(StandardCharsets.UTF_8);
        builder.add(isNumber(field, value) ? LogField.EPOCH : field, encoded, 0, encoded.length);
    }

    /** Some write a time by its name as a number. */
    private static boolean isNumber(LogField field, String value) {
        return field == LogField.ISO_TIME
                && !value.isEmpty()
                && value.chars().allMatch(letter -> letter >= '0' && letter <= '9' || letter == '.');
    }
}
