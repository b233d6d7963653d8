package sightings.ingest.downloads;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    private final boolean timed;
    private final TimeParts time = new TimeParts();

    /**
     * Fixed text and what stands behind it.
     *
     * @param before what stands before the fields, as it is
     * @param fields fields side by side, mostly one; {@link LogField#IGNORED} at the end, where nothing follows
     * @param time how a time or a part of one is written, which is read in place of fields; null where they are something else
     * @param quoted whether quotes and backslashes are escaped there
     */
    record Part(
            String before, List<LogField> fields, @Nullable TimePattern time, boolean quoted) {

        Part {
            fields = List.copyOf(fields);
        }

        boolean has(LogField field) {
            return fields.contains(field);
        }
    }

    PatternFormat(String name, String pattern) {
        this.name = name;
        this.parts = PatternReader.read(pattern);
        this.hasAddress = parts.stream().anyMatch(part -> part.has(LogField.ADDRESS) || part.has(LogField.FORWARDED));
        this.timed = PatternReader.sayWhen(parts);
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
        time.clear();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            if (!stands(part.before(), bytes, at, to)) {
                return Parsed.Rejected.of(to - at < part.before().length() ? Reason.TRUNCATED : Reason.NOT_THIS_FORMAT);
            }
            at += part.before().length();
            var next = i + 1 < parts.size() ? parts.get(i + 1).before() : "";
            int end = part.time() == null
                    ? end(part, next, bytes, at, to)
                    : part.time().read(bytes, at, to, time);
            if (end < 0) {
                boolean cut = part.time() == null || to - at < part.time().shortest();
                return Parsed.Rejected.of(cut ? Reason.TRUNCATED : Reason.BAD_DATE);
            }
            take(part, bytes, at, end);
            at = end;
        }
        if (!LogFormat.isBlank(bytes, at, to)) {
            return Parsed.Rejected.of(Reason.NOT_THIS_FORMAT);
        }
        if (timed) {
            builder.addTime(time.time());
        }
        return hasAddress && !isAddressed() ? Parsed.Rejected.of(Reason.NOT_THIS_FORMAT) : builder.end();
    }

    private boolean isAddressed() {
        var address = builder.line().address;
        return CombinedFormat.isAddress(address.bytes, address.from, address.to);
    }

    private void take(Part part, byte[] bytes, int from, int to) {
        field.set(bytes, from, to);
        if (part.quoted() && field.indexOf('\\') < to) {
            Escapes.undo(field);
        }
        if (part.fields().size() > 1) {
            Neighbours.narrow(part.fields(), field);
        }
        builder.add(Neighbours.together(part.fields()), field.bytes, field.from, field.to);
    }

    /** Where the field ends: where the next text begins, or with the line where none follows; -1 where it never comes. */
    private static int end(Part part, String next, byte[] bytes, int from, int to) {
        if (next.isEmpty()) {
            return to;
        }
        for (int at = from; at < to; at++) {
            if (part.quoted() && bytes[at] == '\\') {
                at++;
            } else if (stands(next, bytes, at, to) && !isWithin(part, bytes, from, at)) {
                return at;
            }
        }
        return -1;
    }

    /** Whether a field has this text in its middle: a list of addresses has commas and spaces, a time has a space. */
    private static boolean isWithin(Part part, byte[] bytes, int from, int at) {
        return part.has(LogField.FORWARDED) && at > from && bytes[at - 1] == ','
                || part.has(LogField.TIME) && at - from < LogTime.LENGTH && bytes[at] == ' ';
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
