package sightings.ingest.github;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far one sweep through a list of searches has come: which page of which slice comes next, and what comes of its
 * answer. Pure; {@link SweepState} keeps it, so that a restart goes on at the same page.
 *
 * <p>GitHub's order is not stable, so that leafing through several pages can miss results. A slice is therefore asked
 * again until as many different results were seen as GitHub says there are, and cut where that does not help: a slice of
 * one page has nothing to miss. The same where GitHub says that it gave up.
 *
 * @param kind what is searched
 * @param last the last word of the searches begun so far; null where none is
 * @param pending the slices still to be asked, the first one under way
 * @param page the page to ask next, from 1
 * @param pass how often the first slice is being leafed through, from 1
 * @param before how many of its results were seen before this pass
 * @param gaveUp whether GitHub gave up on a page of this pass
 * @param seen hashes of the results of the first slice
 * @param cuts how often a slice of this search was cut
 * @param tally what came of the finished slices
 */
record Sweep(
        Slice.Kind kind,
        @Nullable String last,
        List<Slice> pending,
        int page,
        int pass,
        int before,
        boolean gaveUp,
        Set<Long> seen,
        int cuts,
        Tally tally) {

    /** Results on one page, the most that GitHub gives. */
    static final int PAGE = 100;
    /** GitHub shows no more of one search. */
    static final int SHOWN = 1_000;

    private static final int PASSES = 3;
    /** Where GitHub's totals cannot be true, cutting would never end. */
    private static final int MAX_CUTS = 500;

    Sweep {
        pending = List.copyOf(pending);
        seen = Set.copyOf(seen);
    }

    /** Before the first search. */
    static Sweep begin(Slice.Kind kind) {
        return new Sweep(kind, null, List.of(), 1, 1, 0, false, Set.of(), 0, Tally.NONE);
    }

    /** This sweep with a slice under way; empty where nothing is left to be asked. */
    Optional<Sweep> underWay(Terms terms) {
        if (!pending.isEmpty()) {
            return Optional.of(this);
        }
        return terms.after(last).map(words -> at(words.getLast(), List.of(Slice.whole(kind, words)), 0, tally));
    }

    /** The slice under way. */
    Slice slice() {
        return pending.getFirst();
    }

    /**
     * After this answer to {@link #page} of {@link #slice}.
     *
     * @param now when it came
     */
    Sweep after(SearchPage answer, Instant now) {
        var more = new LinkedHashSet<>(seen);
        answer.hits().forEach(hit -> more.add(hash(hit)));
        boolean nowGaveUp = gaveUp || answer.incomplete();
        boolean tooMany = answer.total() > SHOWN;
        if (tooMany) {
            var parts = parts(now);
            if (!parts.isEmpty()) {
                return cutInto(parts);
            }
        }
        int shown = Math.min(answer.total(), SHOWN);
        if (page * PAGE < shown && answer.shown() > 0) {
            return new Sweep(kind, last, pending, page + 1, pass, before, nowGaveUp, more, cuts, tally);
        }
        boolean severalPages = answer.total() > PAGE;
        boolean missing = severalPages && more.size() < shown;
        boolean anotherPassHelps = nowGaveUp || missing && (pass == 1 || more.size() > before);
        if (anotherPassHelps && pass < PASSES) {
            return new Sweep(kind, last, pending, 1, pass + 1, more.size(), false, more, cuts, tally);
        }
        if (severalPages && !tooMany && (nowGaveUp || missing)) {
            var parts = parts(now);
            if (!parts.isEmpty()) {
                return cutInto(parts);
            }
        }
        return at(last, rest(), cuts, tally.with(tooMany, nowGaveUp, answer.total(), more.size()));
    }

    /** After GitHub would not search the slice at all. */
    Sweep afterRefusal() {
        return at(last, rest(), cuts, tally.withRefused());
    }

    private List<Slice> parts(Instant now) {
        return cuts >= MAX_CUTS ? List.of() : Slices.split(slice(), now);
    }

    private Sweep cutInto(List<Slice> parts) {
        var next = new ArrayList<>(parts);
        next.addAll(rest());
        return at(last, next, cuts + 1, tally);
    }

    private List<Slice> rest() {
        return pending.subList(1, pending.size());
    }

    /** At the first page of the first of these slices. */
    private Sweep at(@Nullable String word, List<Slice> slices, int newCuts, Tally newTally) {
        return new Sweep(kind, word, slices, 1, 1, 0, false, Set.of(), newCuts, newTally);
    }

    private static long hash(SearchPage.Hit hit) {
        long hash = hit.repository();
        var path = hit.path() == null ? "" : hit.path();
        for (int i = 0; i < path.length(); i++) {
            hash = hash * 1_099_511_628_211L + path.charAt(i);
        }
        return hash;
    }
}
