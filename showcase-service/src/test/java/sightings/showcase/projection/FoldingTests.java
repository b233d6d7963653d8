package sightings.showcase.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static sightings.showcase.projection.Samples.published;
import static sightings.showcase.projection.Samples.sighted;
import static sightings.showcase.projection.Samples.withdrawn;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.event.EventCodec;
import sightings.event.UseEvent;
import sightings.evidence.Grade;
import sightings.showcase.index.DocumentJson;

/** Tests for {@link Folding}: however records are cut into batches and repeated, documents are the same bytes. */
class FoldingTests {

    private final EventCodec codec = new EventCodec();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void givesTheSameDocumentsHoweverBatchesAreCutAndRepeated(long seed) {
        var random = new Random(seed);
        var log = log(random);

        var undisturbed = new HashMap<Change.Target, DocumentStore.Stored>();
        write(undisturbed, log);

        var disturbed = new HashMap<Change.Target, DocumentStore.Stored>();
        int from = 0;
        while (from < log.size()) {
            int to = Math.min(log.size(), from + 1 + random.nextInt(5));
            write(disturbed, log.subList(from, to));
            // After a crash before the commit the same records come again, with some from before.
            from = random.nextInt(3) == 0 ? Math.max(0, from - random.nextInt(4)) : to;
        }

        assertThat(bytes(disturbed)).isEqualTo(bytes(undisturbed));
    }

    private List<ConsumerRecord<String, byte[]>> log(Random random) {
        var names = List.of("busfinder", "treemap", "potholes");
        var log = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (int i = 0; i < 60; i++) {
            var name = names.get(random.nextInt(names.size()));
            var sighted = sighted(
                    name,
                    "aaaa-000" + random.nextInt(4),
                    Grade.values()[random.nextInt(Grade.values().length)],
                    random.nextInt(6));
            UseEvent event = switch (random.nextInt(4)) {
                case 0 -> withdrawn(sighted);
                case 1 -> published(name, random.nextInt(4));
                default -> sighted;
            };
            var sent = codec.write(event);
            log.add(new ConsumerRecord<>(
                    "uses",
                    0,
                    i,
                    0L,
                    org.apache.kafka.common.record.TimestampType.CREATE_TIME,
                    0,
                    0,
                    sent.key(),
                    sent.value(),
                    sent.headers(),
                    java.util.Optional.empty()));
        }
        return log;
    }

    private void write(Map<Change.Target, DocumentStore.Stored> store, List<ConsumerRecord<String, byte[]>> records) {
        var batch = Batch.of(Projection.USES, codec, records);
        for (var write : Folding.writes(batch.changes(), store)) {
            store.put(
                    write.target(),
                    new DocumentStore.Stored(
                            DocumentJson.MAPPER.readValue(
                                    write.json(), write.target().index().type()),
                            write.offset()));
        }
    }

    private static Map<String, String> bytes(Map<Change.Target, DocumentStore.Stored> store) {
        var all = new TreeMap<String, String>();
        store.forEach((target, stored) -> all.put(
                target.index().name() + "/" + target.id() + "@" + stored.offset(),
                new String(DocumentJson.write(stored.document()), StandardCharsets.UTF_8)));
        return all;
    }
}
