package sightings.ingest.feeds;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Hashes;
import sightings.ingest.watching.Checkpoints;
import sightings.ingest.watching.Outlet;

/** The articles' pages of one feed that are looked at again now and then: at most 8,192, by their addresses. */
final class KnownPages {

    private static final int IN_PART = 128;

    private final Buckets buckets;

    KnownPages(Checkpoints checkpoints) {
        this.buckets = new Buckets("page", IN_PART, checkpoints);
    }

    @Nullable
    KnownPage get(String address) {
        return KnownPage.of(buckets.get(address));
    }

    /** Commits what is known of the page, or with null that it is of no interest any more, with what was sent before. */
    void commit(String address, @Nullable KnownPage page, Outlet outlet) {
        buckets.commit(address, page == null ? null : page.written(), outlet, KnownPages::isOlder, Set.of());
    }

    /** The pages that are due, the longest overdue first. */
    List<Map.Entry<String, KnownPage>> due(Instant now, int most) {
        long today = day(now);
        return buckets.all().entrySet().stream()
                .flatMap(entry -> {
                    var page = KnownPage.of(entry.getValue());
                    return page == null || page.due() > today
                            ? java.util.stream.Stream.<Map.Entry<String, KnownPage>>empty()
                            : java.util.stream.Stream.of(Map.entry(entry.getKey(), page));
                })
                .sorted(Comparator.comparingLong(entry -> entry.getValue().due()))
                .limit(most)
                .toList();
    }

    /** How many pages had to be forgotten. */
    int forgotten() {
        return buckets.forgotten();
    }

    /** The number of the day, from 1970. */
    static long day(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), 86_400L);
    }

    /** A hash that changes when the page says something else. */
    static String hash(Page page) {
        return Hashes.id(page.text(), String.join("\n", page.links())).substring(0, 13);
    }

    /** Articles that were published long ago are forgotten first. */
    private static boolean isOlder(String one, String other) {
        var first = KnownPage.of(one);
        var second = KnownPage.of(other);
        return second != null && (first == null || age(first).isBefore(age(second)));
    }

    private static Instant age(KnownPage page) {
        return page.published() == null ? Instant.EPOCH : page.published();
    }
}
