package sightings.ingest.downloads;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import sightings.ingest.bytes.Bytes;
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
    private boolean inLine;
    private byte[] line = new byte[0];
    private int length;
    private long position;

    /** The last bytes of a line that is too long, and those before the first line. */
    private final End before = new End();

    /** The last bytes before the position. */
    private End tail = before;

    /** The last line ends, to be hashed later, for the few that matter; the next one takes the place of the oldest. */
    private final End[] recent =
            Stream.generate(End::new).limit(Marks.RECENT + 1L).toArray(End[]::new);

    private final List<Mark> marked = new ArrayList<>();
    private long begun;
    private long taken;

    /** The end of a line, with the last bytes before it. */
    private static final class End {

        private long position;
        private final byte[] last = new byte[FileState.TAIL];
        private int length;

        /** Takes the bytes that stand behind what another one has. */
        void set(End other, byte[] bytes, int from, int to) {
            int added = Math.min(to - from, FileState.TAIL);
            int kept = Math.min(other.length, FileState.TAIL - added);
            System.arraycopy(other.last, other.length - kept, last, 0, kept);
            System.arraycopy(bytes, to - added, last, kept, added);
            length = kept + added;
        }

        byte[] bytes() {
            return Arrays.copyOf(last, length);
        }

        Mark mark() {
            return Mark.of(position, bytes());
        }
    }

    /**
     * @param text stands at the position
     * @param position bytes before it
     * @param tail the last bytes before it
     * @param inLine whether that is in the midst of a line that is too long
     * @param endCloses whether the end of the stream ends a line, as in a file that grows no more
     */
    Lines(InputStream text, long position, byte[] tail, boolean inLine, boolean endCloses) {
        this.text = text;
        this.position = position;
        this.inLine = inLine;
        this.tail.set(this.tail, tail, 0, tail.length);
        this.endCloses = endCloses;
    }

    /** Goes to the next complete line; false where there is none yet. */
    boolean next() throws IOException {
        while (true) {
            int end = Bytes.indexOf((byte) '\n', buffer, scanned, to);
            if (end < to) {
                take(end + 1);
                return true;
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

    /** Bytes up to and with the line, or as many of the next one as were passed over. */
    long position() {
        return position;
    }

    /** Whether the position is in the midst of a line, which is too long and may be written to its end later. */
    boolean inLine() {
        return inLine;
    }

    /** The last bytes before the position, at most {@link FileState#TAIL}. */
    byte[] tail() {
        return tail.bytes();
    }

    /** Some of the line ends since this was last asked, among them the last ones. */
    List<Mark> newMarks() {
        var marks = new ArrayList<>(marked);
        for (long i = Math.max(begun, taken - Marks.RECENT); i < taken; i++) {
            marks.add(recent(i).mark());
        }
        marked.clear();
        begun = taken;
        return marks;
    }

    private boolean endOfText() {
        if (endCloses && (to > from || inLine)) {
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
        tooLong = inLine;
        inLine = false;
        if (line.length < length) {
            line = new byte[Math.max(length, 2 * line.length)];
        }
        System.arraycopy(buffer, from, line, 0, length);
        long early = taken - Marks.RECENT;
        if (early >= begun && (early + 1) % MARKED_EVERY == 0) {
            marked.add(recent(early).mark());
        }
        position += end - from;
        var added = recent(taken++);
        added.set(tail, buffer, from, end);
        added.position = position;
        tail = added;
        from = end;
        scanned = end;
    }

    /** The end of the line with this number, which is one of the last. */
    private End recent(long number) {
        return recent[(int) (number % recent.length)];
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
                before.set(tail, buffer, 0, to);
                tail = before;
                position += to;
                to = 0;
                scanned = 0;
                inLine = true;
            } else {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
        }
        int read = text.read(buffer, to, buffer.length - to);
        atEnd = read < 0;
        to += Math.max(read, 0);
        return !atEnd;
    }
}
