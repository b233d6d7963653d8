package sightings.local;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sightings.engines.KafkaEngine;

/** The broker of a city's data: that of the running stack, or one that is started for this command alone. */
final class Broker implements AutoCloseable {

    private final String bootstrapServers;
    private final @Nullable KafkaEngine own;
    private final Optional<FileLock> lock;

    private Broker(String bootstrapServers, @Nullable KafkaEngine own, Optional<FileLock> lock) {
        this.bootstrapServers = bootstrapServers;
        this.own = own;
        this.lock = lock;
    }

    static Broker of(State state) throws IOException {
        Optional<FileLock> lock = state.lockUnlessRunning();
        if (lock.isEmpty()) {
            return new Broker("127.0.0.1:" + state.running().getProperty("kafka"), null, lock);
        }
        state.prepare();
        System.setProperty("sightings.logs", state.logs().toString());
        KafkaEngine engine = KafkaEngine.start(state.kafka(), sightings.engines.Ports.free());
        return new Broker(engine.bootstrapServers(), engine, lock);
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    /** Whether the whole stack runs. */
    boolean isOfRunningStack() {
        return own == null;
    }

    @Override
    public void close() throws IOException {
        if (own != null) {
            own.close();
        }
        if (lock.isPresent()) {
            lock.get().acquiredBy().close();
        }
    }
}
