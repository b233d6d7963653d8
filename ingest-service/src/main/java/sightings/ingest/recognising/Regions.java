package sightings.ingest.recognising;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of a text are program, comment or prose. One pass over the text, by rules that suit many languages rather
 * than the grammar of one: an apostrophe in prose must not turn the rest of a file into a string.
 */
final class Regions {

    /** What a part of a text is. */
    enum Kind {
        /** Instructions or settings. */
        LIVE,
        /** A comment. */
        COMMENT,
        /** Prose within a program: docstrings, Markdown cells, the text of pages. */
        PROSE
    }

    private int[] starts = new int[32];
    private Kind[] kinds = new Kind[32];
    private int count;

    private Regions() {}

    /** The regions of this text. */
    static Regions of(String text, @Nullable String path, FileKind kind) {
        var regions = new Regions();
        regions.add(0, kind == FileKind.PROSE || kind == FileKind.DATA ? Kind.PROSE : Kind.LIVE);
        switch (kind) {
            case PROSE, DATA -> {
                // All of it is for reading.
            }
            case NOTEBOOK -> new NotebookRegions(regions, text).read();
            case HTML -> new PageRegions(regions, text).read();
            case CODE, CONFIG -> ProgramRegions.read(regions, text, path);
        }
        return regions;
    }

    /** What this position is in. */
    Kind at(int position) {
        int found = Arrays.binarySearch(starts, 0, count, position);
        return kinds[found >= 0 ? found : -found - 2];
    }

    /** From here on it is of this kind; said in the order of the text. */
    void add(int start, Kind kind) {
        if (count > 0 && starts[count - 1] == start) {
            kinds[count - 1] = kind;
            return;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            kinds = Arrays.copyOf(kinds, count * 2);
        }
        starts[count] = start;
        kinds[count] = kind;
        count++;
    }
}
