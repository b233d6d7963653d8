package sightings.showcase.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Slows down guessing: after five wrong passwords for one name from one address, or twenty from one address, further
 * attempts wait until fifteen minutes after the first one. Kept in memory only, bounded; nothing of it is logged.
 */
final class SignInLimit {

    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final int BY_NAME = 5;
    private static final int BY_ADDRESS = 20;
    private static final int MOST_KEYS = 10_000;

    private final InstantSource clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_KEYS;
        }
    };

    SignInLimit(InstantSource clock) {
        this.clock = clock;
    }

    private record Failures(Instant first, int count) {}

    synchronized boolean mustWait(String user, String address) {
        return count(nameKey(user, address)) >= BY_NAME || count(addressKey(address)) >= BY_ADDRESS;
    }

    synchronized void failed(String user, String address) {
        add(nameKey(user, address));
        add(addressKey(address));
    }

    synchronized void succeeded(String user, String address) {
        failures.remove(nameKey(user, address));
    }

    private int count(String key) {
        var seen = failures.get(key);
        return seen == null || isOver(seen) ? 0 : seen.count();
    }

    private void add(String key) {
        var seen = failures.get(key);
        failures.put(
                key,
                seen == null || isOver(seen)
                        ? new Failures(clock.instant(), 1)
                        : new Failures(seen.first(), seen.count() + 1));
    }

    private boolean isOver(Failures seen) {
        return !seen.first().plus(WINDOW).isAfter(clock.instant());
    }

    private static String nameKey(String user, String address) {
        var name = user.length() > 60 ? user.substring(0, 60) : user;
        return address + " " + name.toLowerCase(Locale.ROOT);
    }

    private static String addressKey(String address) {
        return address;
    }
}
