package sightings.ingest.recognising;

import java.util.Arrays;

/** Where the lines of a text begin. */
final class Lines {

    private final String text;
    private final int[] starts;
    private final int count;

    Lines(String text) {
        this.text = text;
        int[] found = new int[64];
        int n = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (n == found.length) {
                found = Arrays.copyOf(found, n * 2);
            }
            found[n++] = i + 1;
        }
        starts = found;
        count = n;
    }

    /** The number of the line, from 1, that this position is in. */
    int number(int position) {
        int found = Arrays.binarySearch(starts, 0, count, position);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Where the line of this position begins. */
    int start(int position) {
        return starts[number(position) - 1];
    }

    /** Where the line of this position ends, before its line break. */
    int end(int position) {
        int next = number(position);
        int end = next < count ? starts[next] - 1 : text.length();
        return end > 0 && end <= text.length() && end > starts[next - 1] && text.charAt(end - 1) == '\r'
                ? end - 1
                : end;
    }
}
