package sightings.ingest.downloads;

import java.nio.charset.StandardCharsets;
import java.util.List;
import sightings.ingest.downloads.Parsed.Reason;

/**
 * Reads lines as a pattern of the server's own settings has them: Apache's {@code LogFormat} or nginx's
 * {@code log_format}. Each field ends where the text begins that stands behind it in the pattern; within quotes, escaped
 * quotes belong to the field. Time is linear in the length of the line.
 */
final class PatternFormat implements LogFormat {

    private final String name;
    private final List<Part> parts;
    private final boolean hasAddress;
    private final LineBuilder builder = new LineBuilder();
    private final Slice field = new Slice();

    /**
     * Fixed text and the field behind it.
     *
     * @param before what stands before the field, as it is
     * @param field what it is; {@link LogField#IGNORED} at the end, where nothing follows
     */
    record Part(String before, LogField field) {}

    PatternFormat(String name, String pattern) {
        this.name = name;
        this.parts = PatternReader.read(pattern);
        this.hasAddress =
                parts.stream().anyMatch(part -> part.field() == LogField.ADDRESS || part.field() == LogField.FORWARDED);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Parsed parse(byte[] bytes, int start, int to) {
        int at = LogFormat.behindMark(bytes, start, to);
        if (LogFormat.isBlank(bytes, at, to)) {
            return Parsed.Rejected.of(Reason.BLANK);
        }
        builder.begin();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            if (!stands(part.before(), bytes, at, to)) {
                return Parsed.Rejected.of(to - at < part.before().length() ? Reason.TRUNCATED : Reason.NOT_THIS_FORMAT);
            }
            at += part.before().length();
            var next = i + 1 < parts.size() ? parts.get(i + 1).before() : "";
            int end = end(part, next, bytes, at, to);
            if (end < 0) {
                return Parsed.Rejected.of(Reason.TRUNCATED);
            }
            take(part, bytes, at, end);
            at = end;
        }
        if (!LogFormat.isBlank(bytes, at, to)) {
            return Parsed.Rejected.of(Reason.NOT_THIS_FORMAT);
        }
        return hasAddress && !isAddressed() ? Parsed.Rejected.of(Reason.NOT_THIS_FORMAT) : builder.end();
    }

    private boolean isAddressed() {
        var address = builder.line().address;
        return CombinedFormat.isAddress(address.bytes, address.from, address.to);
    }

    private void take(Part part, byte[] bytes, int from, int to) {
        field.set(bytes, from, to);
        if (part.before().endsWith("\"") && field.indexOf('\\') < to) {
            Escapes.undo(field);
        }
        builder.add(part.field(), field.bytes, field.from, field.to);
    }

    /** Where the field ends: where the next text begins, or with the line where none follows; -1 where it never comes. */
    private static int end(Part part, String next, byte[] bytes, int from, int to) {
        if (next.isEmpty()) {
            return to;
        }
        boolean quoted = part.before().endsWith("\"");
        for (int at = from; at < to; at++) {
            if (quoted && bytes[at] == '\\') {
                at++;
            } else if (stands(next, bytes, at, to)
                    && !(part.field() == LogField.FORWARDED && at > from && bytes[at - 1] == ',')) {
                return at;
            }
        }
        return -1;
    }

    private static boolean stands(String text, byte[] bytes, int at, int to) {
        if (to - at < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if ((bytes[at + i] & 0xFF) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** As the bytes of a log have it, one char a byte. */
    static String asBytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
