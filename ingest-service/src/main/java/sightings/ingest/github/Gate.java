package sightings.ingest.github;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import sightings.ingest.web.Answer;

/**
 * Lets a request pass only when GitHub's limits, all that were told so far, allow it. It never sleeps: who may not pass
 * hears for how long, as a {@link LimitException}. What was told survives a restart, see {@link #state}.
 */
final class Gate {

    /** GitHub's advice where a limit does not say how long: at least a minute, and longer each time. */
    private static final Duration UNTOLD = Duration.ofSeconds(61);

    private static final int MOST_DOUBLINGS = 6;
    private static final String ALL = "all";

    private final Map<Resource, Budget> budgets = new EnumMap<>(Resource.class);
    private final Budget all = new Budget(Integer.MAX_VALUE);
    private final InstantSource clock;
    private final LongSupplier nanos;
    private int untoldInRow;
    private boolean changed;

    /**
     * @param token whether we are signed in
     * @param clock for limits that are told as a time
     * @param nanos the time that passes
     */
    Gate(boolean token, InstantSource clock, LongSupplier nanos) {
        for (Resource resource : Resource.values()) {
            budgets.put(resource, new Budget(resource.limit(token)));
        }
        this.clock = clock;
        this.nanos = nanos;
    }

    /** @throws LimitException where a request of this kind may not be sent now */
    synchronized void check(Resource resource) throws LimitException {
        long now = nanos.getAsLong();
        var everything = all.shutFor(now);
        if (everything.isPositive()) {
            throw new LimitException("requests in a short time", everything);
        }
        var pause = budget(resource).pause(now);
        if (pause.isPositive()) {
            throw new LimitException(resource.words(), pause);
        }
    }

    /** Takes one request from the budget, once it may be sent. */
    synchronized void pass(Resource resource) throws LimitException {
        check(resource);
        budget(resource).spend(nanos.getAsLong());
    }

    /**
     * Learns from an answer.
     *
     * @throws LimitException where the answer is that a limit is reached
     */
    synchronized void learn(Resource asked, Answer<byte[]> answer) throws LimitException {
        var named =
                answer.header("x-ratelimit-resource").flatMap(Resource::named).orElse(asked);
        var limit = Limit.number(answer, "x-ratelimit-limit");
        if (limit != null && limit > 0) {
            budget(named).allow((int) Math.min(limit, Integer.MAX_VALUE));
        }
        var told = Limit.told(answer, clock.instant()).orElse(null);
        boolean denied = answer.status() == 403 || answer.status() == 429;
        if (told == null) {
            untoldInRow = denied ? untoldInRow : 0;
            return;
        }
        var pause = pause(told.pause());
        long now = nanos.getAsLong();
        if (told.secondary()) {
            all.shut(now, pause);
        } else {
            budget(named).shut(now, pause);
            if (denied) {
                budget(asked).shut(now, pause);
            }
        }
        changed = true;
        if (denied) {
            throw new LimitException(told.secondary() ? "requests in a short time" : named.words(), pause);
        }
    }

    private Duration pause(@Nullable Duration told) {
        if (told != null) {
            untoldInRow = 0;
            return told;
        }
        var pause = UNTOLD.multipliedBy(1L << Math.min(untoldInRow, MOST_DOUBLINGS));
        untoldInRow++;
        return pause;
    }

    private Budget budget(Resource resource) {
        return java.util.Objects.requireNonNull(budgets.get(resource));
    }

    /** Whether a limit was told since this was asked last. */
    synchronized boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    /** What must not be forgotten: until when what is shut, by our clock, and for how long that is. */
    synchronized Map<String, String> state() {
        var state = new TreeMap<String, String>();
        long now = nanos.getAsLong();
        keep(state, ALL, all.shutFor(now));
        budgets.forEach((resource, budget) -> keep(state, resource.name(), budget.shutFor(now)));
        return state;
    }

    private void keep(Map<String, String> state, String name, Duration pause) {
        if (pause.isPositive()) {
            state.put(name, clock.instant().plus(pause) + " " + pause.toMillis());
        }
    }

    /** Takes up what {@link #state} told before a restart. */
    synchronized void restore(Map<String, String> state) {
        long now = nanos.getAsLong();
        all.shut(now, pause(state, ALL));
        budgets.forEach((resource, budget) -> budget.shut(now, pause(state, resource.name())));
    }

    /** What is left of a pause. A clock that was set back makes it no longer than it was. */
    private Duration pause(Map<String, String> state, String name) {
        var text = state.getOrDefault(name, "").split(" ");
        if (text.length != 2) {
            return Duration.ZERO;
        }
        try {
            var left = Duration.between(clock.instant(), Instant.parse(text[0]));
            var whole = Duration.ofMillis(Long.parseLong(text[1]));
            return left.isNegative() ? Duration.ZERO : left.compareTo(whole) > 0 ? whole : left;
        } catch (DateTimeException | IllegalArgumentException e) {
            return Duration.ZERO;
        }
    }
}
