package sightings.ingest.downloads;

import java.io.IOException;
import java.util.Arrays;
import sightings.ingest.downloads.Marks.Mark;

/** How far two files have the same text, line by line, which marks tell only where there is one. */
final class SharedText {

    private SharedText() {}

    /**
     * The last line end up to which both are the same.
     *
     * @param from up to where they are known to be
     * @param upTo behind it nothing is compared
     */
    static Mark of(LogFile one, LogFile other, Mark from, long upTo) throws IOException {
        try (var oneText = one.open();
                var otherText = other.open()) {
            var ones = lines(oneText, from);
            var others = lines(otherText, from);
            long same = from.position();
            var tail = ones.tail();
            if (!Arrays.equals(tail, others.tail())) {
                return from;
            }
            while (ones.next() && others.next() && isSame(ones, others) && ones.position() <= upTo) {
                same = ones.position();
                tail = ones.tail();
            }
            return same == from.position() ? from : Mark.of(same, tail);
        }
    }

    private static Lines lines(LogFile.Text text, Mark from) throws IOException {
        return new Lines(text.rest(), from.position(), text.before(from.position(), from.length()), false, false);
    }

    private static boolean isSame(Lines one, Lines other) {
        return one.position() == other.position()
                && !one.tooLong()
                && !other.tooLong()
                && Arrays.equals(one.line(), 0, one.length(), other.line(), 0, other.length());
    }
}
