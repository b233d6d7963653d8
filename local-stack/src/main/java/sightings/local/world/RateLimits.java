package sightings.local.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * GitHub's budgets: so many requests of a kind within a window. A budget's window begins with its first request. These
 * follow the clock on the wall even in a world whose own clock stands still, as they would else never fill up again.
 */
final class RateLimits {

    /** What is budgeted apart, with GitHub's own window; wider than there where the sample is read every minute. */
    enum Resource {
        CORE(15_000, Duration.ofHours(1)),
        SEARCH(30, Duration.ofMinutes(1)),
        CODE_SEARCH(120, Duration.ofMinutes(1)),
        GRAPHQL(5_000, Duration.ofHours(1)),
        INTEGRATION_MANIFEST(5_000, Duration.ofHours(1));

        private final int limit;
        private final Duration window;

        Resource(int limit, Duration window) {
            this.limit = limit;
            this.window = window;
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Where a budget stands.
     *
     * @param resource which
     * @param limit requests in a window
     * @param used more than the limit where it was overdrawn
     * @param reset when the next window begins
     */
    record Budget(Resource resource, int limit, int used, Instant reset) {

        int remaining() {
            return Math.max(0, limit - used);
        }

        boolean overdrawn() {
            return used > limit;
        }
    }

    private final InstantSource clock;
    private final Map<Resource, Integer> limits;
    private final Map<Resource, Budget> budgets = new EnumMap<>(Resource.class);

    RateLimits(InstantSource clock, Map<Resource, Integer> limits) {
        this.clock = clock;
        this.limits = Map.copyOf(limits);
    }

    /** Takes one from a budget. */
    synchronized Budget take(Resource resource) {
        var now = state(resource);
        var next = new Budget(resource, now.limit(), now.used() + 1, now.reset());
        budgets.put(resource, next);
        return next;
    }

    /** Gives one back: GitHub does not count answers that say that nothing has changed. */
    synchronized Budget giveBack(Resource resource) {
        var now = state(resource);
        var next = new Budget(resource, now.limit(), Math.max(0, now.used() - 1), now.reset());
        budgets.put(resource, next);
        return next;
    }

    /** Where a budget stands, without taking from it. */
    synchronized Budget state(Resource resource) {
        var now = clock.instant();
        var budget = budgets.get(resource);
        if (budget != null && now.isBefore(budget.reset())) {
            return budget;
        }
        return new Budget(resource, limits.getOrDefault(resource, resource.limit), 0, now.plus(resource.window));
    }
}
