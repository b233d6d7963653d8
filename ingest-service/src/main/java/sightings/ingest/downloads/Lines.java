package sightings.ingest.downloads;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sightings.ingest.downloads.Marks.Mark;

/**
 * Cuts a stream into its complete lines and knows how many bytes it has taken. What stands behind the last line end
 * waits until the rest is written. A line longer than any server writes is passed over and said to be too long.
 */
final class Lines {

    private static final int LONGEST = 1 << 20;
    private static final int MARKED_EVERY = 512;

    private final InputStream text;
    private final boolean endCloses;
    private byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private int scanned;
    private boolean atEnd;
    private boolean tooLong;
    private byte[] line = new byte[0];
    private int length;
    private long position;
    private byte[] tail;
    private final List<End> marked = new ArrayList<>();
    private final ArrayDeque<End> recent = new ArrayDeque<>();
    private int taken;

    /** The end of a line. The bytes before it are never changed, so that they can be hashed later, for the few that matter. */
    private record End(long position, byte[] before) {}

    /**
     * @param text stands at the position
     * @param position bytes before it
     * @param tail the last bytes before it
     * @param endCloses whether the end of the stream ends a line, as in a file that grows no more
     */
    Lines(InputStream text, long position, byte[] tail, boolean endCloses) {
        this.text = text;
        this.position = position;
        this.tail = tail.clone();
        this.endCloses = endCloses;
    }

    /** Goes to the next complete line; false where there is none yet. */
    boolean next() throws IOException {
        tooLong = false;
        while (true) {
            for (int i = scanned; i < to; i++) {
                if (buffer[i] == '\n') {
                    take(i + 1);
                    return true;
                }
            }
            scanned = to;
            if (atEnd || !fill()) {
                return endOfText();
            }
        }
    }

    /** The bytes of the line, from 0 to {@link #length}, without its line end; good until the next call. */
    byte[] line() {
        return line;
    }

    /** How many bytes the line has. */
    int length() {
        return length;
    }

    /** Whether the line was too long to be kept; its text is cut then. */
    boolean tooLong() {
        return tooLong;
    }

    /** Bytes up to and with the line. */
    long position() {
        return position;
    }

    /** The last bytes before the position, at most {@link FileState#TAIL}. */
    byte[] tail() {
        return tail.clone();
    }

    /** Some of the line ends since this was last asked, among them the last ones. */
    List<Mark> newMarks() {
        var ends = new ArrayList<>(marked);
        ends.addAll(recent);
        marked.clear();
        recent.clear();
        return ends.stream().map(end -> Mark.of(end.position, end.before)).toList();
    }

    private boolean endOfText() {
        if (endCloses && to > from) {
            take(to);
            return true;
        }
        return false;
    }

    private void take(int end) {
        int last = end;
        if (last > from && buffer[last - 1] == '\n') {
            last--;
        }
        if (last > from && buffer[last - 1] == '\r') {
            last--;
        }
        length = last - from;
        line = Arrays.copyOfRange(buffer, from, last);
        remember(from, end);
        position += end - from;
        from = end;
        scanned = end;
        recent.addLast(new End(position, tail));
        if (recent.size() > Marks.RECENT) {
            var early = recent.removeFirst();
            if (++taken % MARKED_EVERY == 0) {
                marked.add(early);
            }
        }
    }

    private boolean fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            scanned -= from;
            from = 0;
        }
        if (to == buffer.length) {
            if (to >= LONGEST) {
                // Only its end matters from here on.
                remember(0, to);
                position += to;
                to = 0;
                scanned = 0;
                tooLong = true;
            } else {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
        }
        int read = text.read(buffer, to, buffer.length - to);
        atEnd = read < 0;
        to += Math.max(read, 0);
        return !atEnd;
    }

    private void remember(int begin, int end) {
        int size = end - begin;
        if (size >= FileState.TAIL) {
            tail = Arrays.copyOfRange(buffer, end - FileState.TAIL, end);
            return;
        }
        int kept = Math.min(tail.length, FileState.TAIL - size);
        var longer = new byte[kept + size];
        System.arraycopy(tail, tail.length - kept, longer, 0, kept);
        System.arraycopy(buffer, begin, longer, kept, size);
        tail = longer;
    }
}
