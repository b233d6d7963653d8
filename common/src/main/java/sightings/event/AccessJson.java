package sightings.event;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;

/**
 * The JSON of an access, written and read straight: there are thousands a second of them, each of the same few fields in the
 * same order. It gives the bytes that the general way gives, and leaves to it what is not plain: texts with escapes or beyond
 * ASCII, other fields or another order.
 */
final class AccessJson {

    private static final byte[] VISITOR = PlainJson.syntax("{\"visitor\":\"");
    private static final byte[] DATASET = PlainJson.syntax("\",\"dataset\":\"");
    private static final byte[] WHEN = PlainJson.syntax("\",\"time\":\"");
    private static final byte[] CLASS = PlainJson.syntax("\",\"accessClass\":\"");
    private static final byte[] TOOL = PlainJson.syntax("\",\"tool\":\"");
    private static final byte[] KIND = PlainJson.syntax("\",\"kind\":\"");
    private static final byte[] METHOD = PlainJson.syntax("\",\"method\":\"");
    private static final byte[] STATUS = PlainJson.syntax("\",\"status\":");
    private static final byte[] LOG_DAY = PlainJson.syntax(",\"logDay\":\"");
    private static final byte[] PART = PlainJson.syntax("\",\"part\":\"");
    private static final byte[] LINE = PlainJson.syntax("\",\"line\":\"");
    private static final byte[] URL = PlainJson.syntax("\",\"url\":\"");
    private static final byte[] LISTS = PlainJson.syntax("\",\"lists\":\"");
    private static final byte[] SITE = PlainJson.syntax("\",\"site\":\"");
    private static final byte[] TOKEN = PlainJson.syntax("\",\"token\":\"");
    private static final byte[] END = PlainJson.syntax("\"}");
    private static final byte[] ALL = PlainJson.syntax("{\"accesses\":[");
    private static final byte[] NEXT = PlainJson.syntax(",");
    private static final byte[] ALL_END = PlainJson.syntax("]}");

    /** What most accesses take: names of fields, texts, times, digests. */
    private static final int USUAL_LENGTH = 400;

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
        var json = new PlainJson(USUAL_LENGTH);
        add(json, access, new IsoText());
        return json.isPlain() ? json.bytes() : null;
    }

    /** Accesses that were read together as JSON; null where that takes escapes. */
    static byte @Nullable [] write(AccessesRead read) {
        var json = new PlainJson(USUAL_LENGTH * read.accesses().size());
        var times = new IsoText();
        json.add(ALL);
        boolean first = true;
        for (var access : read.accesses()) {
            if (!first) {
                json.add(NEXT);
            }
            first = false;
            add(json, access, times);
        }
        json.add(ALL_END);
        return json.isPlain() ? json.bytes() : null;
    }

    private static void add(PlainJson json, DatasetAccessed access, IsoText times) {
        json.add(VISITOR)
                .add(access.visitor().value())
                .add(DATASET)
                .add(access.dataset().value())
                .add(WHEN)
                .add(times.of(access.time()))
                .add(CLASS)
                .add(access.accessClass().name())
                .add(TOOL)
                .add(access.tool())
                .add(KIND)
                .add(access.kind().name())
                .add(METHOD)
                .add(access.method())
                .add(STATUS)
                .add(access.status())
                .add(LOG_DAY)
                .add(times.of(access.logDay()))
                .add(PART)
                .add(access.part())
                .add(LINE)
                .add(access.line());
        addWhereThere(json, URL, access.url());
        if (access.lists() != null) {
            json.add(LISTS).addAgain(access.lists());
        }
        addWhereThere(json, SITE, access.site());
        addWhereThere(json, TOKEN, access.token());
        json.add(END);
    }

    /** Another text, behind one that is still open. */
    private static void addWhereThere(PlainJson json, byte[] before, @Nullable String value) {
        if (value != null) {
            json.add(before).add(value);
        }
    }

    /** The access of what {@link #write} wrote; null of anything else. */
    static @Nullable DatasetAccessed read(byte[] data) {
        try {
            var json = new AccessJson(new String(data, StandardCharsets.ISO_8859_1));
            var access = json.read();
            return json.isOver() ? access : null;
        } catch (DateTimeException | IllegalArgumentException e) {
            // The general way says what is wrong with it.
            return null;
        }
    }

    /** The same for accesses that were read together. */
    static @Nullable AccessesRead readAll(byte[] data) {
        try {
            return new AccessJson(new String(data, StandardCharsets.ISO_8859_1)).readAll();
        } catch (DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }

    private @Nullable AccessesRead readAll() {
        skip("{\"accesses\":[");
        var accesses = new ArrayList<DatasetAccessed>();
        do {
            var access = read();
            if (access == null) {
                return null;
            }
            accesses.add(access);
        } while (skipWhereThere(","));
        skip("]}");
        return isOver() ? new AccessesRead(accesses) : null;
    }

    private boolean isOver() {
        return plain && at == text.length();
    }

    private void skip(String syntax) {
        plain &= skipWhereThere(syntax);
    }

    private boolean skipWhereThere(String syntax) {
        boolean there = text.startsWith(syntax, at);
        at += there ? syntax.length() : 0;
        return there;
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
        skip("}");
        if (!plain) {
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
        while (to < text.length() && PlainJson.isPlain(text.charAt(to))) {
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
