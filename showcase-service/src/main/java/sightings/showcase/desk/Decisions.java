package sightings.showcase.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;
import sightings.event.EntryEvent;
import sightings.event.Event;
import sightings.event.EventCodec;
import sightings.event.UseDecision;
import sightings.event.UseSighted;
import sightings.showcase.entries.ProblemStatementQueries;
import sightings.showcase.index.IndexAway;
import sightings.showcase.index.Versioned;
import sightings.showcase.uses.UseQueries;

/**
 * Sends what staff decide to Kafka and waits until the document shows what became of it. A decision counts as sent only when all in-sync brokers have confirmed it.
 */
@Component
class Decisions implements DisposableBean {

    /** How long a page waits for the document. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(Decisions.class);

    private final EventCodec codec = new EventCodec();
    private final UseQueries uses;
    private final ProblemStatementQueries statements;
    private final KafkaProducer<String, byte[]> producer;

    Decisions(UseQueries uses, ProblemStatementQueries statements, KafkaProperties kafka) {
        this.uses = uses;
        this.statements = statements;
        this.producer = new KafkaProducer<>(settings(kafka), new StringSerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> settings(KafkaProperties kafka) {
        var settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "desk");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        // A partition that is as young as the producer may take its second batch before its first, and then refuses the
        // first.
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 4_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 6_000);
        return settings;
    }

    /** Sends a decision on a use. */
    Result decide(UseDecision decision) {
        return send(decision).map(offset -> outcome(decision, offset)).orElseGet(Result.NotSent::new);
    }

    /** Waits until the use's document shows what became of a decision that Kafka keeps at this offset. */
    Result outcome(UseDecision decision, long offset) {
        var id = codec.id(decision);
        return await(
                offset,
                () -> uses.byId(decision.use()),
                use -> use.decided(id)
                        .map(step -> step.accepted() ? OptionalInt.of(step.number()) : OptionalInt.empty()));
    }

    /** Sends what was done to a problem statement. */
    Result decide(EntryEvent event) {
        var id = codec.id(event);
        return send(event)
                .map(offset -> await(
                        offset,
                        () -> statements.byId(event.entry()),
                        entry -> entry.step(id)
                                .map(step -> step.accepted() ? OptionalInt.of(step.number()) : OptionalInt.empty())))
                .orElseGet(Result.NotSent::new);
    }

    /** Sends events in this order; false where Kafka did not confirm all of them. */
    boolean send(List<? extends Event> events) {
        return sendAll(events).isPresent();
    }

    /**
     * Sends what was done to many problem statements, in this order, and waits until the documents show it.
     *
     * @return {@link Result.Applied}, {@link Result.BeingApplied} or {@link Result.NotSent}
     */
    Result decideAll(List<EntryEvent> events) {
        var sent = sendAll(events);
        if (sent.isEmpty()) {
            return new Result.NotSent();
        }
        var lastOfPartition = new HashMap<Integer, Integer>();
        for (int i = 0; i < events.size(); i++) {
            lastOfPartition.put(sent.get().get(i).partition(), i);
        }
        for (int last : lastOfPartition.values()) {
            var event = events.get(last);
            var result = await(
                    sent.get().get(last).offset(),
                    () -> statements.byId(event.entry()),
                    _ -> Optional.of(OptionalInt.of(0)));
            if (result instanceof Result.BeingApplied) {
                return result;
            }
        }
        return new Result.Applied(0);
    }

    /** Waits until a search finds what was applied. */
    Result awaitFound(BooleanSupplier found) {
        return await(
                0,
                () -> found.getAsBoolean() ? Optional.of(new Versioned<>("found", 0)) : Optional.empty(),
                _ -> Optional.of(OptionalInt.of(0)));
    }

    /** Sends finds that staff state, all of one use, and waits until its document shows them. */
    Result state(List<UseSighted> finds) {
        var sent = sendAll(finds);
        if (sent.isEmpty()) {
            return new Result.NotSent();
        }
        return await(
                sent.get().getLast().offset(),
                () -> uses.byId(finds.getLast().use()),
                use -> Optional.of(OptionalInt.of(use.decision())));
    }

    private Optional<Long> send(Event event) {
        return sendAll(List.of(event)).map(sent -> sent.getFirst().offset());
    }

    private Optional<List<RecordMetadata>> sendAll(List<? extends Event> events) {
        try {
            var sending = new ArrayList<Future<RecordMetadata>>();
            for (Event event : events) {
                sending.add(producer.send(codec.write(event)));
            }
            var sent = new ArrayList<RecordMetadata>();
            for (Future<RecordMetadata> each : sending) {
                sent.add(each.get());
            }
            return Optional.of(sent);
        } catch (ExecutionException | KafkaException e) {
            log.warn("desk: Kafka did not confirm {} decision(s)", events.size(), e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static <T> Result await(
            long offset, Supplier<Optional<Versioned<T>>> read, Function<T, Optional<OptionalInt>> acceptedNumber) {
        // Not the service's clock: in tests that one may stand still.
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long pause = 20;
        do {
            try {
                var now = read.get();
                if (now.isPresent() && now.get().offset() >= offset) {
                    return acceptedNumber
                            .apply(now.get().document())
                            .<Result>map(number -> number.isPresent()
                                    ? new Result.Applied(number.getAsInt())
                                    : new Result.RefusedByFold())
                            .orElseGet(Result.BeingApplied::new);
                }
                Thread.sleep(pause);
                pause = Math.min(200, pause * 2);
            } catch (IndexAway e) {
                return new Result.BeingApplied();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Result.BeingApplied();
            }
        } while (System.nanoTime() < deadline);
        return new Result.BeingApplied();
    }

    @Override
    public void destroy() {
        producer.close(PATIENCE);
    }
}
