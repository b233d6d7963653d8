package sightings.ingest.publishing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import sightings.event.Decoded;
import sightings.event.EventCodec;
import sightings.event.Topic;

/**
 * Reads a whole compacted topic into the memory of those who need all of it, and goes on reading it. Each follower hears
 * every committed record since the topic's beginning, in order, from one thread; after trouble with the broker it may
 * hear them again from the beginning.
 */
@Component
public class TopicFollower implements SmartLifecycle {

    /** Hears what a topic holds. */
    public interface Listener {

        /** A record of the topic; unknown and unreadable ones included. */
        void heard(@Nullable String key, Decoded decoded);

        /** All that stood in the topic when following began has been heard. It may come more than once. */
        default void caughtUp() {}
    }

    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final KafkaClients clients;
    private final EventCodec codec;
    private final Broker broker;
    private final InstantSource clock;
    private final Map<Listener, Topic> wanted = new ConcurrentHashMap<>();
    private final Map<Listener, Thread> threads = new ConcurrentHashMap<>();
    private final Map<Listener, KafkaConsumer<String, byte[]>> consumers = new ConcurrentHashMap<>();
    private final Map<Listener, Attempts> attempted = new ConcurrentHashMap<>();
    private volatile boolean running;

    TopicFollower(KafkaClients clients, EventCodec codec, Broker broker, InstantSource clock) {
        this.clients = clients;
        this.codec = codec;
        this.broker = broker;
        this.clock = clock;
    }

    /** Follows the topic for as long as the service runs; may be called before it starts. */
    public void follow(Topic topic, Listener listener) {
        wanted.put(listener, topic);
        if (running) {
            begin(listener, topic);
        }
    }

    /** The topics that cannot be followed now, with why, for staff. */
    Map<String, String> troubles() {
        var troubles = new TreeMap<String, String>();
        attempted.forEach((listener, attempts) -> {
            var topic = wanted.get(listener);
            if (topic != null && !attempts.trouble().isEmpty()) {
                troubles.put(topic.topicName(), attempts.trouble());
            }
        });
        return troubles;
    }

    @Override
    public void start() {
        running = true;
        wanted.forEach(this::begin);
    }

    @Override
    public void stop() {
        running = false;
        threads.forEach((listener, thread) -> {
            var consumer = consumers.get(listener);
            if (consumer == null) {
                thread.interrupt();
            } else {
                consumer.wakeup();
            }
        });
        threads.clear();
        consumers.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 1;
    }

    private void begin(Listener listener, Topic topic) {
        threads.computeIfAbsent(
                listener,
                key -> Thread.ofPlatform()
                        .daemon()
                        .name("follow-" + topic.topicName())
                        .start(() -> followWhileRunning(topic, key)));
    }

    private void followWhileRunning(Topic topic, Listener listener) {
        try {
            broker.awaitTopics();
            var attempts = new Attempts("Following " + topic.topicName(), clock, PAUSE);
            attempted.put(listener, attempts);
            while (running) {
                attempts.attempt(() -> {
                    try (var consumer = clients.reader(true)) {
                        consumers.put(listener, consumer);
                        read(consumer, topic, listener, attempts);
                    }
                });
            }
        } catch (WakeupException | InterruptException e) {
            // The service ends.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(KafkaConsumer<String, byte[]> consumer, Topic topic, Listener listener, Attempts attempts) {
        var partitions = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        boolean behind = true;
        while (running) {
            if (behind && isThere(consumer, partitions, ends)) {
                behind = false;
                listener.caughtUp();
            }
            consumer.poll(PATIENCE).forEach(record -> listener.heard(record.key(), codec.read(record)));
            attempts.wentWell();
        }
    }

    private static boolean isThere(
            KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        return partitions.stream().allMatch(each -> consumer.position(each) >= ends.getOrDefault(each, 0L));
    }
}
