package sightings.ingest.feeds;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import sightings.ingest.web.Head;

/**
 * Decides when a feed has moved. A permanent redirect (301, 308) is followed at once and believed when it was seen five
 * times in a row over at least a week: servers in trouble send such redirects too. A temporary one is followed and never
 * remembered. Pure.
 */
final class FeedMoves {

    private static final int TIMES = 5;
    private static final Duration TIME = Duration.ofDays(7);

    private FeedMoves() {}

    /** What is kept after an answer to this address. */
    static FeedState after(FeedState state, URI asked, Head head, Instant now) {
        var target = head.lasting();
        if (target.equals(asked)) {
            return state.move() == null ? state : state.with((FeedState.Move) null);
        }
        var known = state.move();
        var move = known != null && known.target().equals(target)
                ? new FeedState.Move(target, known.times() + 1, known.since())
                : new FeedState.Move(target, 1, now);
        boolean believed = move.times() >= TIMES && !now.isBefore(move.since().plus(TIME));
        // The validators came from the target already.
        return believed ? state.at(target).with(state.validators()) : state.with(move);
    }
}
