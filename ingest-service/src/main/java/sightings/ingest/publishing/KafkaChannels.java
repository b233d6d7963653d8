package sightings.ingest.publishing;

import java.time.InstantSource;
import org.apache.kafka.common.errors.InterruptException;
import org.springframework.stereotype.Component;
import sightings.event.EventCodec;
import sightings.evidence.SourceId;
import sightings.ingest.watching.Channel;
import sightings.ingest.watching.Channels;

/** Opens channels on Kafka: one transactional producer for each source. */
@Component
class KafkaChannels implements Channels {

    private final KafkaClients clients;
    private final CheckpointReader checkpoints;
    private final EventCodec codec;
    private final InstantSource clock;
    private final Broker broker;

    KafkaChannels(
            KafkaClients clients, CheckpointReader checkpoints, EventCodec codec, InstantSource clock, Broker broker) {
        this.clients = clients;
        this.checkpoints = checkpoints;
        this.codec = codec;
        this.clock = clock;
        this.broker = broker;
    }

    @Override
    public Channel open(SourceId source) throws InterruptedException {
        broker.awaitTopics();
        var producer = clients.transactionalProducer("sightings-" + source.value());
        boolean opened = false;
        try {
            // From here on the former owner can commit nothing more; only then may its checkpoints be believed.
            producer.initTransactions();
            var channel = new KafkaChannel(source, producer, checkpoints.read(source), codec, clock);
            opened = true;
            return channel;
        } catch (InterruptException e) {
            Thread.interrupted();
            throw new InterruptedException();
        } finally {
            if (!opened) {
                producer.close(java.time.Duration.ZERO);
            }
        }
    }
}
