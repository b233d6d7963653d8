package sightings.ingest.downloads;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sightings.ingest.downloads.Marks.Mark;

/** Finds out how much of a file stands in another one beside it that has been read: marks tell it only where there is one. */
final class Copies {

    private static final Mark START = new Mark(0, "");

    private final Map<LogFile, FileState> beside = new HashMap<>();

    /** There is this file, of which so much has been read. */
    void know(LogFile file, @Nullable FileState state) {
        if (state != null) {
            beside.put(file, state);
        }
    }

    /** The same with all that it repeats of those that are known. */
    ReadingPlan.Present further(ReadingPlan.Present copy) throws IOException {
        var further = copy;
        for (var other : beside.entrySet()) {
            var state = other.getValue();
            if (copy.head().mayBe(state)) {
                var before = further.same();
                var from = before != null && state.equals(further.known()) ? before : START;
                var same = SharedText.of(copy.file(), other.getKey(), from, state.position());
                if (same.position() > (before == null ? 0 : before.position())) {
                    further = new ReadingPlan.Present(copy.file(), copy.head(), state, same);
                }
            }
        }
        return further;
    }
}
