package sightings.ingest.publishing;

import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;
import sightings.event.EventCodec;
import sightings.event.Topic;

/** Opens what a partition keeps, to be read again from where the reader says. */
@Component
public class KeptReader {

    private static final int AT_ONCE = 50;

    private final KafkaClients clients;
    private final EventCodec codec;

    KeptReader(KafkaClients clients, EventCodec codec) {
        this.clients = clients;
        this.codec = codec;
    }

    /**
     * The committed records of the partition whose offset is at least {@code from} and less than {@code until}, the last
     * of each key.
     */
    public KeptRecords open(Topic topic, int partition, long from, long until) {
        return new KeptRecords(
                clients.reader(AT_ONCE), codec, new TopicPartition(topic.topicName(), partition), from, until);
    }
}
