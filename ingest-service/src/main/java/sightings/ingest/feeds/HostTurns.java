package sightings.ingest.feeds;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets the watchers of all feeds ask one host one after the other, with a pause between that follows the host: ten times
 * as long as its answer took. A host that is slow or busy is asked less, and no host holds up the others.
 */
final class HostTurns {

    private static final int MANY = 1_000;
    private static final int REST = 10;

    private final Duration least;
    private final Duration most;
    private final Map<String, Turn> hosts = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param least shortest pause between two requests
     * @param most longest pause, however slow the host is
     */
    HostTurns(Duration least, Duration most) {
        this.least = least;
        this.most = most;
    }

    /**
     * Waits for the address's host to be free, and asks.
     *
     * @throws InterruptedException when the service stops
     */
    <T> T take(URI address, Supplier<T> ask) throws InterruptedException {
        var turn = turn(String.valueOf(address.getRawAuthority()).toLowerCase(Locale.ROOT));
        turn.lock.lockInterruptibly();
        try {
            long wait = turn.freeAt - System.nanoTime();
            if (turn.used && wait > 0) {
                Thread.sleep(Duration.ofNanos(wait));
            }
            long begin = System.nanoTime();
            try {
                return ask.get();
            } finally {
                long end = System.nanoTime();
                turn.used = true;
                turn.freeAt = end + pause(Duration.ofNanos(end - begin)).toNanos();
            }
        } finally {
            turn.lock.unlock();
        }
    }

    /** The pause after an answer that took this long. */
    Duration pause(Duration answer) {
        var rest = answer.multipliedBy(REST);
        return rest.compareTo(least) < 0 ? least : rest.compareTo(most) > 0 ? most : rest;
    }

    private synchronized Turn turn(String host) {
        var turn = hosts.computeIfAbsent(host, _ -> new Turn());
        if (hosts.size() > MANY) {
            // The one that has been free for longest; were it taken just now, it would only be asked twice at once.
            hosts.remove(hosts.keySet().iterator().next());
        }
        return turn;
    }

    private static final class Turn {
        private final ReentrantLock lock = new ReentrantLock();
        private long freeAt;
        private boolean used;
    }
}
