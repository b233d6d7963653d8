package sightings.ingest.feeds;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sightings.evidence.SourceId;

/**
 * The feeds that have been read and whose items are being gone through, over all sources: so many characters of them are
 * kept in memory at once and no more. Whose round finds no room reads its feed again later. Safe for threads.
 */
final class OpenRounds {

    /** A round that nobody has gone on with for so long is its former owner's, who has lost the source. */
    private static final Duration ABANDONED = Duration.ofMinutes(30);

    private final Map<SourceId, Open> open = new HashMap<>();
    private final long most;
    private final InstantSource clock;

    private record Open(FeedRound round, Instant since) {}

    /** @param most characters of all rounds together; one by itself may have more */
    OpenRounds(long most, InstantSource clock) {
        this.most = most;
        this.clock = clock;
    }

    /** The round of this source; null where none is open. */
    synchronized @Nullable FeedRound of(SourceId source) {
        var known = open.get(source);
        return known == null ? null : known.round();
    }

    /** Keeps the round until it is gone on with; false where there is no room for it. */
    synchronized boolean keep(SourceId source, FeedRound round) {
        var now = clock.instant();
        open.remove(source);
        open.values().removeIf(other -> now.isAfter(other.since().plus(ABANDONED)));
        long others = open.values().stream()
                .mapToLong(other -> other.round().characters())
                .sum();
        if (others > 0 && others + round.characters() > most) {
            return false;
        }
        open.put(source, new Open(round, now));
        return true;
    }

    /** Lets go of the source's round. */
    synchronized void drop(SourceId source) {
        open.remove(source);
    }
}
