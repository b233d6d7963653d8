package sightings.local.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a site of the world answers.
 *
 * @param status HTTP status
 * @param headers by name
 * @param body empty where there is none
 */
record Answer(int status, Map<String, String> headers, byte[] body) {

    static final String JSON = "application/json; charset=utf-8";
    static final String HTML = "text/html; charset=utf-8";
    static final String TEXT = "text/plain; charset=utf-8";

    static Answer ok(String type, String body) {
        return of(200, type, body);
    }

    static Answer of(int status, String type, String body) {
        return new Answer(status, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer notFound() {
        return of(404, TEXT, "Not found\n");
    }

    Answer with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }

    /** This answer with validators, or 304 where the asker has it already. */
    Answer unlessKnown(Request request, Instant changed) {
        var tag = "\"" + digest() + "\"";
        var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(changed.atOffset(ZoneOffset.UTC));
        var tagged = with("ETag", tag).with("Last-Modified", date);
        boolean known = request.header("If-None-Match")
                .map(tags -> tags.contains(tag))
                .orElseGet(() -> request.header("If-Modified-Since")
                        .map(since -> !isBefore(since, changed))
                        .orElse(false));
        return known ? new Answer(304, tagged.headers(), new byte[0]) : tagged;
    }

    private static boolean isBefore(String date, Instant changed) {
        try {
            var known = DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
            return known.getEpochSecond() < changed.getEpochSecond();
        } catch (DateTimeParseException e) {
            return true;
        }
    }

    private String digest() {
        return sha1(body);
    }

    static String sha1(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-1", e);
        }
    }
}
