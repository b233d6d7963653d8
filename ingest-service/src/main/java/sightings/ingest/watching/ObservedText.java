package sightings.ingest.watching;

/**
 * A text as an observation may hold it: without secrets, and at most 512 KiB in UTF-8.
 *
 * @param text what is left
 * @param truncated whether it was cut at the cap
 */
public record ObservedText(String text, boolean truncated) {

    private static final int CAP = 512 * 1024;

    /** The text, redacted and then cut. */
    public static ObservedText of(String raw) {
        // No more than the cap can be kept anyway; a secret that is cut in two there is cut off with the rest.
        var head = raw.length() > CAP + 1_000 ? raw.substring(0, CAP + 1_000) : raw;
        var clean = Redactor.redact(head);
        int bytes = 0;
        int end = 0;
        while (end < clean.length()) {
            int point = clean.codePointAt(end);
            int size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (bytes + size > CAP) {
                break;
            }
            bytes += size;
            end += Character.charCount(point);
        }
        boolean truncated = end < clean.length() || head.length() < raw.length();
        return new ObservedText(clean.substring(0, end), truncated);
    }
}
