package sightings.ingest.usage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import sightings.event.DatasetAccessed;

/**
 * Follows each visitor through their day under every profile, and passes on by how much accesses that came together change the
 * counts of a dataset's day. Why it is done so: docs/decisions/0015.
 */
class CountVisits extends ContextualProcessor<String, List<DatasetAccessed>, String, String> {

    /** Name of the store of visits: log day, part, visitor, dataset, profile, then the URLs and times of their chains. */
    static final String VISITS = "visits";

    private List<Visits> profiles = List.of();

    @Override
    public void init(ProcessorContext<String, String> context) {
        super.init(context);
        KeyValueStore<String, String> store = context.getStateStore(VISITS);
        profiles = List.of(new CodeVisits(store), new DownloadVisits(store));
    }

    @Override
    public void process(Record<String, List<DatasetAccessed>> record) {
        long now = context().currentSystemTimeMs();
        changes(record.value()).forEach((day, changes) -> {
            if (!changes.isEmpty()) {
                context().forward(new Record<>(day, changes.write(), now, new RecordHeaders()));
            }
        });
    }

    private Map<String, Tally> changes(List<DatasetAccessed> accesses) {
        var changes = new LinkedHashMap<String, Tally>();
        for (var access : accesses) {
            for (var visits : profiles) {
                if (visits.profile().counts(access)) {
                    changes.computeIfAbsent(
                                    DatasetDay.of(access, visits.profile()).key(), _ -> new Tally())
                            .add(visits.add(access), 1);
                }
            }
        }
        return changes;
    }
}
