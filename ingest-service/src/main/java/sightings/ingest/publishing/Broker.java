package sightings.ingest.publishing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import sightings.event.Topic;
import sightings.ingest.settings.IngestSettings;

/**
 * The broker as this service sees it: waits for it at start, creates the topics that are missing, and asks now and then
 * whether it is still there. Nothing is sent or read before {@link #awaitTopics} returns.
 */
@Component
public class Broker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Broker.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration ASKED_EVERY = Duration.ofSeconds(5);

    private final KafkaClients clients;
    private final short replication;
    private final CountDownLatch topicsThere = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    private volatile String trouble = "not asked yet";

    Broker(KafkaClients clients, IngestSettings settings) {
        this.clients = clients;
        this.replication = settings.replication();
    }

    /** Waits until the broker is there and has all topics. */
    public void awaitTopics() throws InterruptedException {
        topicsThere.await();
    }

    /** What is wrong with it, for staff; empty where all is well. */
    String trouble() {
        return trouble;
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().daemon().name("broker-watch").start(this::watch);
    }

    @Override
    public void stop() {
        var watching = thread;
        if (watching != null) {
            watching.interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before all that sends or reads. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void watch() {
        try {
            while (topicsThere.getCount() > 0) {
                try (var admin = clients.admin()) {
                    createMissing(admin);
                    settle("");
                    topicsThere.countDown();
                } catch (ExecutionException | RuntimeException e) {
                    // A topic that was created a moment ago is not described everywhere yet.
                    if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                        settle(whatIsWrong(e));
                    }
                    Thread.sleep(PAUSE);
                }
            }
            askNowAndThen();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void askNowAndThen() throws InterruptedException {
        try (var admin = clients.admin()) {
            while (true) {
                Thread.sleep(ASKED_EVERY);
                try {
                    admin.describeCluster().clusterId().get();
                    settle("");
                } catch (ExecutionException e) {
                    settle(whatIsWrong(e));
                }
            }
        }
    }

    private void createMissing(Admin admin) throws ExecutionException, InterruptedException {
        var there = new HashSet<>(admin.listTopics().names().get());
        for (var topic : wanted()) {
            if (!there.contains(topic.name())) {
                try {
                    admin.createTopics(List.of(topic)).all().get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
        }
        checkPartitions(admin);
    }

    private List<NewTopic> wanted() {
        var topics = new ArrayList<NewTopic>();
        for (var topic : Topic.values()) {
            topics.add(new NewTopic(topic.topicName(), topic.partitions(), replication).configs(topic.settings()));
            topics.add(new NewTopic(topic.deadLetterName(), topic.partitions(), replication)
                    .configs(topic.deadLetterSettings()));
        }
        return topics;
    }

    private static void checkPartitions(Admin admin) throws ExecutionException, InterruptedException {
        var names = Arrays.stream(Topic.values()).map(Topic::topicName).toList();
        var described = admin.describeTopics(names).allTopicNames().get();
        for (var topic : Topic.values()) {
            var description = described.get(topic.topicName());
            int found = description == null ? 0 : description.partitions().size();
            if (found != topic.partitions()) {
                throw new IllegalStateException("Topic " + topic.topicName() + " has " + found
                        + " partitions, and must have " + topic.partitions()
                        + ", since keys would stand in another order; create it anew from a backup");
            }
        }
    }

    private void settle(String now) {
        if (!now.equals(trouble)) {
            if (now.isEmpty()) {
                log.info("Kafka is there");
            } else {
                log.warn("Waiting: {}", now);
            }
            trouble = now;
        }
    }

    private static String whatIsWrong(Exception e) {
        if (e instanceof IllegalStateException) {
            return String.valueOf(e.getMessage());
        }
        var cause = e.getCause() == null ? e : e.getCause();
        return "Kafka is not reachable: "
                + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
    }
}
