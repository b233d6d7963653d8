package sightings.ingest.downloads;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a read text was like at some ends of its lines, so that a copy of it is known even where the copy ends sooner, as one
 * does that was made before the file was read on. The last {@value #RECENT} line ends are kept, and of the earlier ones ever fewer.
 *
 * @param all sorted by position, at most {@value #MOST}
 */
record Marks(List<Mark> all) {

    static final Marks NONE = new Marks(List.of());

    static final int RECENT = 32;
    private static final int MOST = 64;
    private static final int LENGTH = 16;
    private static final int RADIX = 36;

    /**
     * One end of a line.
     *
     * @param position bytes up to and with that line
     * @param hash how the hash of the last bytes before it begins, at most {@link FileState#TAIL} of them
     */
    record Mark(long position, String hash) {

        static Mark of(long position, byte[] lastBytes) {
            return new Mark(
                    position, Fingerprint.of(lastBytes, lastBytes.length).substring(0, LENGTH));
        }

        /** Whether a text with these bytes before the position may be the same up to there. */
        boolean fits(byte[] lastBytes) {
            return Fingerprint.of(lastBytes, lastBytes.length).startsWith(hash);
        }

        /** How many bytes before the position are hashed. */
        int length() {
            return (int) Math.min(FileState.TAIL, position);
        }
    }

    Marks {
        all = List.copyOf(all);
    }

    /** As a checkpoint has it; empty text where an older one has none. What is no mark is left out. */
    static Marks parse(String text) {
        var marks = new ArrayList<Mark>();
        for (var each : text.split(" ")) {
            int colon = each.indexOf(':');
            if (colon > 0 && each.length() == colon + 1 + LENGTH) {
                marks.add(new Mark(Long.parseLong(each.substring(0, colon), RADIX), each.substring(colon + 1)));
            }
        }
        return new Marks(marks);
    }

    /** What a checkpoint keeps of it. */
    String text() {
        return all.stream()
                .map(mark -> Long.toString(mark.position(), RADIX) + ":" + mark.hash())
                .collect(Collectors.joining(" "));
    }

    /** These and later ones. */
    Marks and(Collection<Mark> later) {
        var marks = new ArrayList<>(all);
        marks.addAll(later);
        while (marks.size() > MOST) {
            // Of each two early ones the later is kept.
            var thinned = new ArrayList<Mark>();
            int early = marks.size() - RECENT;
            for (int i = 1 - early % 2; i < early; i += 2) {
                thinned.add(marks.get(i));
            }
            thinned.addAll(marks.subList(early, marks.size()));
            marks = thinned;
        }
        return new Marks(marks);
    }

    /** Those up to this position. */
    Marks upTo(long position) {
        return new Marks(
                all.stream().filter(mark -> mark.position() <= position).toList());
    }
}
