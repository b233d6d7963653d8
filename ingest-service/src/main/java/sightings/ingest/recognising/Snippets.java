package sightings.ingest.recognising;

import sightings.ingest.watching.Redactor;

/** Cuts the line around a find out of a text. */
final class Snippets {

    private static final int MAX = 300;

    private Snippets() {}

    /** The line of this find without secrets, at most 300 characters around the find. */
    static String around(String text, Lines lines, int start, int end) {
        int from = lines.start(start);
        int to = Math.max(lines.end(start), Math.min(end, text.length()));
        // Lines may be megabytes long: only what can be shown is looked at, and what redaction needs around it.
        int before = Math.max(from, start - MAX);
        int after = Math.min(to, Math.min(text.length(), start + 2 * MAX));
        var clean =
                Redactor.redact(text.substring(before, after).replace('\n', ' ').replace('\r', ' '));
        return shortened(clean.strip(), Math.min(start - before, clean.length()));
    }

    private static String shortened(String line, int focus) {
        if (line.length() <= MAX) {
            return line;
        }
        int from = Math.clamp(focus - MAX / 3L, 0, line.length() - MAX + 2);
        var cut = line.substring(from, Math.min(line.length(), from + MAX - 2)).strip();
        return (from > 0 ? "…" : "") + cut + (from + MAX - 2 < line.length() ? "…" : "");
    }
}
