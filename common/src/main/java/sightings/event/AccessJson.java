package sightings.event;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;

/**
 * The JSON of an access, written and read straight: there are thousands a second of them, each of the same few fields in the
 * same order. It gives the bytes that the general way gives, and leaves to it what is not plain: texts with escapes or beyond
 * ASCII, other fields or another order.
 */
final class AccessJson {

    private static final int LENGTH = 512;
    private static final int DATE = 10;
    private static final int TIME = 20;

    private final String text;
    private int at;
    private boolean plain = true;

    private AccessJson(String text) {
        this.text = text;
    }

    /** The access as JSON; null where that takes escapes. */
    static byte @Nullable [] write(DatasetAccessed access) {
        boolean plain = isPlain(access.visitor().value())
                && isPlain(access.dataset().value())
                && isPlain(access.tool())
                && isPlain(access.method())
                && isPlain(access.part())
                && isPlain(access.line())
                && Stream.of(access.url(), access.lists(), access.site(), access.token())
                        .allMatch(text -> text == null || isPlain(text));
        if (!plain) {
            return null;
        }
        var json = new StringBuilder(LENGTH)
                .append("{\"visitor\":\"")
                .append(access.visitor().value())
                .append("\",\"dataset\":\"")
                .append(access.dataset().value())
                .append("\",\"time\":\"")
                .append(access.time())
                .append("\",\"accessClass\":\"")
                .append(access.accessClass().name())
                .append("\",\"tool\":\"")
                .append(access.tool())
                .append("\",\"kind\":\"")
                .append(access.kind().name())
                .append("\",\"method\":\"")
                .append(access.method())
                .append("\",\"status\":")
                .append(access.status())
                .append(",\"logDay\":\"")
                .append(access.logDay())
                .append("\",\"part\":\"")
                .append(access.part())
                .append("\",\"line\":\"")
                .append(access.line());
        append(json, "url", access.url());
        append(json, "lists", access.lists());
        append(json, "site", access.site());
        append(json, "token", access.token());
        return json.append("\"}").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Another text, behind one that is still open. */
    private static void append(StringBuilder json, String name, @Nullable String value) {
        if (value != null) {
            json.append("\",\"").append(name).append("\":\"").append(value);
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char letter) {
        return letter >= ' ' && letter < 0x7F && letter != '"' && letter != '\\';
    }

    /** The access of what {@link #write} wrote; null of anything else. */
    static @Nullable DatasetAccessed read(byte[] data) {
        try {
            return new AccessJson(new String(data, StandardCharsets.ISO_8859_1)).read();
        } catch (DateTimeException | IllegalArgumentException e) {
            // The general way says what is wrong with it.
            return null;
        }
    }

    private @Nullable DatasetAccessed read() {
        var visitor = value("{\"visitor\":\"");
        var dataset = value(",\"dataset\":\"");
        var time = value(",\"time\":\"");
        var accessClass = value(",\"accessClass\":\"");
        var tool = value(",\"tool\":\"");
        var kind = value(",\"kind\":\"");
        var method = value(",\"method\":\"");
        int status = status();
        var day = value(",\"logDay\":\"");
        var part = value(",\"part\":\"");
        var line = value(",\"line\":\"");
        var url = optional(",\"url\":\"");
        var lists = optional(",\"lists\":\"");
        var site = optional(",\"site\":\"");
        var token = optional(",\"token\":\"");
        if (!plain || at != text.length() - 1 || text.charAt(at) != '}') {
            return null;
        }
        return new DatasetAccessed(
                new VisitorId(visitor),
                new DatasetId(dataset),
                instant(time),
                AccessClass.valueOf(accessClass),
                tool,
                AccessKind.valueOf(kind),
                method,
                status,
                date(day),
                part,
                line,
                url,
                lists,
                site,
                token);
    }

    /** The text behind these letters, up to its closing quote; empty where it is not there or not plain. */
    private String value(String before) {
        if (!plain || !text.startsWith(before, at)) {
            plain = false;
            return "";
        }
        int from = at + before.length();
        int to = from;
        while (to < text.length() && isPlain(text.charAt(to))) {
            to++;
        }
        plain = to < text.length() && text.charAt(to) == '"';
        at = to + 1;
        return text.substring(from, to);
    }

    private @Nullable String optional(String before) {
        return text.startsWith(before, at) ? value(before) : null;
    }

    /** Three digits, as HTTP has them. */
    private int status() {
        var before = ",\"status\":";
        int from = at + before.length();
        at = from + 3;
        if (!plain
                || at >= text.length()
                || text.charAt(at) != ','
                || text.charAt(from) == '0'
                || !text.startsWith(before, from - before.length())) {
            plain = false;
            return 0;
        }
        return number(text, from, 3);
    }

    /** Whole seconds, as logs have them; others take the long way. */
    private static Instant instant(String time) {
        boolean whole = time.length() == TIME
                && time.charAt(DATE) == 'T'
                && time.charAt(13) == ':'
                && time.charAt(16) == ':'
                && time.charAt(19) == 'Z';
        if (!whole) {
            return Instant.parse(time);
        }
        return date(time.substring(0, DATE))
                .atTime(number(time, 11, 2), number(time, 14, 2), number(time, 17, 2))
                .toInstant(ZoneOffset.UTC);
    }

    private static LocalDate date(String date) {
        boolean usual = date.length() == DATE && date.charAt(4) == '-' && date.charAt(7) == '-';
        return usual ? LocalDate.of(number(date, 0, 4), number(date, 5, 2), number(date, 8, 2)) : LocalDate.parse(date);
    }

    /** @throws IllegalArgumentException where these are not all digits */
    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                throw new IllegalArgumentException("No number");
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }
}
