package sightings.showcase.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sightings.showcase.index.DocumentJson;

/** Folds a batch's changes into the documents as they stand. Pure. */
final class Folding {

    private Folding() {}

    /** What is to be written: events that a document already holds are skipped. */
    static List<DocumentStore.Write> writes(
            Map<Change.Target, List<Change>> changes, Map<Change.Target, DocumentStore.Stored> stored) {
        var writes = new ArrayList<DocumentStore.Write>();
        changes.forEach((target, steps) -> {
            var before = stored.get(target);
            var document = before == null ? null : before.document();
            long offset = before == null ? -1 : before.offset();
            boolean changed = false;
            for (var step : steps) {
                if (step.record().offset() > offset) {
                    document = step.fold().apply(document);
                    offset = step.record().offset();
                    changed = true;
                }
            }
            if (changed && document != null) {
                writes.add(new DocumentStore.Write(target, DocumentJson.write(document), offset));
            }
        });
        return writes;
    }
}
