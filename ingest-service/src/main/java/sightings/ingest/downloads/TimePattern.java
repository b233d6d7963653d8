package sightings.ingest.downloads;

import java.util.Map;
import java.util.Optional;

/**
 * How Apache is told to write a time or a part of one, in the letters of strftime: {@code %d/%b/%Y %T}. Each part says by
 * its width where it ends, so that nothing need stand behind it.
 */
final class TimePattern {

    private static final Map<String, String> WHOLE =
            Map.of("sec", "%s", "msec", "%q", "usec", "%u", "msec_frac", "%3", "usec_frac", "%6");

    /** Short forms; those of a locale are as Apache runs, which is without one. */
    private static final Map<Character, String> SHORT = Map.of(
            'T', "%H:%M:%S",
            'R', "%H:%M",
            'F', "%Y-%m-%d",
            'D', "%m/%d/%y",
            'r', "%I:%M:%S %p",
            'c', "%a %b %e %H:%M:%S %Y",
            'h', "%b",
            'n', "\n",
            't', "\t");

    private static final String KNOWN = "YymdeHkIlMSbBaApzZsqu36%";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final int BAD = -1;

    private final String format;
    private final int shortest;

    private TimePattern(String format) {
        this.format = format;
        this.shortest = shortest(format);
    }

    /** Of what stands in {@code %{...}t}; empty where it holds what is not understood here. */
    static Optional<TimePattern> of(String argument) {
        var format = argument.replaceFirst("^(begin|end):", "");
        var plain = new StringBuilder();
        var whole = WHOLE.getOrDefault(format, format);
        for (int i = 0; i < whole.length(); i++) {
            if (whole.charAt(i) != '%') {
                plain.append(whole.charAt(i));
            } else if (++i == whole.length()) {
                return Optional.empty();
            } else {
                plain.append(SHORT.getOrDefault(whole.charAt(i), "%" + whole.charAt(i)));
            }
        }
        var pattern = new TimePattern(plain.toString());
        return pattern.format.isEmpty() || !pattern.isKnown() ? Optional.empty() : Optional.of(pattern);
    }

    private boolean isKnown() {
        for (int i = 0; i < format.length(); i++) {
            if (format.charAt(i) == '%' && KNOWN.indexOf(format.charAt(++i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether these patterns together say a day and a second of it. */
    static boolean sayWhen(Iterable<TimePattern> patterns) {
        var all = new StringBuilder();
        patterns.forEach(pattern -> all.append(pattern.format));
        return hasAny(all, 's', 'q', 'u')
                || hasAny(all, 'Y', 'y')
                        && hasAny(all, 'm', 'b', 'B')
                        && hasAny(all, 'd', 'e')
                        && (hasAny(all, 'H', 'k') || hasAny(all, 'I', 'l') && hasAny(all, 'p'))
                        && hasAny(all, 'M')
                        && hasAny(all, 'S');
    }

    private static boolean hasAny(StringBuilder format, char... letters) {
        for (char letter : letters) {
            if (format.indexOf("%" + letter) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** How many bytes it takes at least. */
    int shortest() {
        return shortest;
    }

    private static int shortest(String format) {
        int length = 0;
        for (int i = 0; i < format.length(); i++) {
            length += format.charAt(i) == '%' ? width(format.charAt(++i)) : 1;
        }
        return length;
    }

    private static int width(char letter) {
        return switch (letter) {
            case 'Y' -> 4;
            case 'z' -> 5;
            case '6' -> 6;
            case 'b', 'a', 'A', 'B', '3' -> 3;
            case 's', 'q', 'u', 'Z', '%' -> 1;
            default -> 2;
        };
    }

    /** Reads a time that begins here; answers where it ends, negative where there is none. */
    int read(byte[] bytes, int from, int to, TimeParts parts) {
        int at = from;
        for (int i = 0; i < format.length() && at >= 0; i++) {
            char letter = format.charAt(i);
            if (letter == '%') {
                at = part(format.charAt(++i), bytes, at, to, parts);
            } else {
                at = at < to && (bytes[at] & 0xFF) == letter ? at + 1 : BAD;
            }
        }
        return at;
    }

    private static int part(char letter, byte[] bytes, int at, int to, TimeParts parts) {
        return switch (letter) {
            case 'b', 'B' -> month(letter == 'B', bytes, at, to, parts);
            case 'a', 'A', 'Z' -> letters(letter, bytes, at, to, parts);
            case 'p' -> half(bytes, at, to, parts);
            case 'z' -> offset(bytes, at, to, parts);
            case 's', 'q', 'u' -> epoch(letter, bytes, at, to, parts);
            case '%' -> at < to && bytes[at] == '%' ? at + 1 : BAD;
            default -> number(letter, bytes, at, to, parts);
        };
    }

    private static int number(char letter, byte[] bytes, int from, int to, TimeParts parts) {
        int end = from + width(letter);
        int at = from;
        // Some of them have a space for the zero.
        while (at < end - 1 && end <= to && bytes[at] == ' ' && "ekl".indexOf(letter) >= 0) {
            at++;
        }
        int number = 0;
        for (; at < end; at++) {
            if (at >= to || bytes[at] < '0' || bytes[at] > '9') {
                return BAD;
            }
            number = number * 10 + bytes[at] - '0';
        }
        switch (letter) {
            case 'Y' -> parts.year = number;
            case 'y' -> parts.year = number < 70 ? 2000 + number : 1900 + number;
            case 'm' -> parts.month = number;
            case 'd', 'e' -> parts.day = number;
            case 'H', 'k', 'I', 'l' -> parts.hour = number;
            case 'M' -> parts.minute = number;
            case 'S' -> parts.second = number;
            default -> {
                // A part of a second.
            }
        }
        return end;
    }

    private static int month(boolean whole, byte[] bytes, int at, int to, TimeParts parts) {
        if (at + 3 > to) {
            return BAD;
        }
        for (int month = 0; month < 12; month++) {
            int letter = 3 * month;
            if (bytes[at] == MONTHS.charAt(letter)
                    && bytes[at + 1] == MONTHS.charAt(letter + 1)
                    && bytes[at + 2] == MONTHS.charAt(letter + 2)) {
                parts.month = month + 1;
                return whole ? behindLetters(bytes, at, to) : at + 3;
            }
        }
        return BAD;
    }

    /** The name of a day, of which nothing is read, or of a zone. */
    private static int letters(char letter, byte[] bytes, int at, int to, TimeParts parts) {
        int end = letter == 'a' ? Math.min(at + 3, to) : behindLetters(bytes, at, to);
        return end == at || letter == 'Z' && !parts.zone(bytes, at, end) ? BAD : end;
    }

    private static int behindLetters(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (bytes[at] | ' ') >= 'a' && (bytes[at] | ' ') <= 'z') {
            at++;
        }
        return at;
    }

    private static int half(byte[] bytes, int at, int to, TimeParts parts) {
        if (at + 2 > to || (bytes[at + 1] | ' ') != 'm') {
            return BAD;
        }
        parts.half = (bytes[at] | ' ') == 'p' ? 12 : (bytes[at] | ' ') == 'a' ? 0 : BAD;
        return parts.half < 0 ? BAD : at + 2;
    }

    private static int offset(byte[] bytes, int at, int to, TimeParts parts) {
        if (at + 5 > to) {
            return BAD;
        }
        parts.offset = LogTime.offset(bytes, at);
        return parts.offset == Integer.MIN_VALUE ? BAD : at + 5;
    }

    private static int epoch(char letter, byte[] bytes, int from, int to, TimeParts parts) {
        int digits = letter == 's' ? 12 : letter == 'q' ? 15 : 18;
        long number = 0;
        int at = from;
        while (at < to && at - from < digits && bytes[at] >= '0' && bytes[at] <= '9') {
            number = number * 10 + bytes[at++] - '0';
        }
        parts.epoch = number / (letter == 's' ? 1 : letter == 'q' ? 1_000 : 1_000_000);
        return at == from ? BAD : at;
    }
}
