package sightings.ingest.publishing;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import sightings.event.EventCodec;
import sightings.event.Topic;
import sightings.evidence.SourceId;
import sightings.ingest.watching.Ownership;

/**
 * Who holds a source's partition of {@code checkpoints} in the group of all instances owns the source. The group only
 * shares the partitions out: nothing is read through it and no offset is kept. An owner that has not noticed its loss
 * is stopped by the next one's transactions, so a moment with two owners does no harm.
 */
@Component
class KafkaOwnership implements Ownership {

    static final String GROUP = "sightings-sources";

    private static final Logger log = LoggerFactory.getLogger(KafkaOwnership.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final KafkaClients clients;
    private final Broker broker;
    private final InstanceId instance;
    private final Set<Integer> partitions = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;
    private volatile @Nullable Thread thread;
    private volatile @Nullable KafkaConsumer<String, byte[]> member;

    KafkaOwnership(KafkaClients clients, Broker broker, InstanceId instance) {
        this.clients = clients;
        this.broker = broker;
        this.instance = instance;
    }

    @Override
    public void begin(Consumer<Predicate<SourceId>> owned) {
        ended = false;
        thread = Thread.ofPlatform().daemon().name("source-owner").start(() -> takePart(owned));
    }

    @Override
    public void end() {
        ended = true;
        var current = member;
        var running = thread;
        if (running != null) {
            if (current == null) {
                running.interrupt();
            } else {
                // An interrupt would also break off its farewell to the group.
                current.wakeup();
            }
            try {
                running.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void takePart(Consumer<Predicate<SourceId>> owned) {
        while (!ended) {
            try {
                broker.awaitTopics();
                try (var consumer = clients.member(GROUP, instance.value())) {
                    member = consumer;
                    hold(consumer, owned);
                } finally {
                    member = null;
                }
            } catch (WakeupException | InterruptException | InterruptedException e) {
                // Only the end of the service wakes this thread; where it was not, the loop goes on.
            } catch (KafkaException e) {
                log.warn("Sources cannot be shared out, trying again", e);
                giveUp(owned);
                pause();
            }
        }
        giveUp(owned);
    }

    private void hold(KafkaConsumer<String, byte[]> consumer, Consumer<Predicate<SourceId>> owned) {
        consumer.subscribe(List.of(Topic.CHECKPOINTS.topicName()), new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
                // Only the assignment matters; the records are read by each source when it begins.
                consumer.pause(assigned);
                assigned.forEach(partition -> partitions.add(partition.partition()));
                tell(owned);
            }

            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
                revoked.forEach(partition -> partitions.remove(partition.partition()));
                tell(owned);
            }
        });
        while (!ended) {
            consumer.poll(PAUSE);
        }
    }

    private void giveUp(Consumer<Predicate<SourceId>> owned) {
        partitions.clear();
        tell(owned);
    }

    private void tell(Consumer<Predicate<SourceId>> owned) {
        var held = partitions.stream().collect(Collectors.toUnmodifiableSet());
        owned.accept(source -> held.contains(EventCodec.partition(Topic.CHECKPOINTS, source.value())));
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            // The end of the service is seen by the loop.
        }
    }
}
