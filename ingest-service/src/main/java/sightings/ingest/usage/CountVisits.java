package sightings.ingest.usage;

import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import sightings.event.DatasetAccessed;

/**
 * Follows each visitor through their day under every profile, and passes on by how much each access changes the counts of its
 * dataset's day. Why it is done so: docs/decisions/0015.
 */
class CountVisits extends ContextualProcessor<String, DatasetAccessed, String, String> {

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
    public void process(Record<String, DatasetAccessed> record) {
        var access = record.value();
        for (var visits : profiles) {
            if (visits.profile().counts(access)) {
                var changes = visits.add(access);
                if (!changes.isEmpty()) {
                    var day = DatasetDay.of(access, visits.profile()).key();
                    context()
                            .forward(new Record<>(
                                    day, changes.write(), context().currentSystemTimeMs(), new RecordHeaders()));
                }
            }
        }
    }
}
