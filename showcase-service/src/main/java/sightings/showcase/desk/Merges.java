package sightings.showcase.desk;

import java.util.List;
import org.springframework.stereotype.Component;
import sightings.event.MergeDecision;
import sightings.event.UseDecision;
import sightings.event.UseReleased;
import sightings.event.UseSplit;
import sightings.showcase.curation.Curator;
import sightings.showcase.curation.Refusal;
import sightings.showcase.curation.Verdict;
import sightings.showcase.uses.UseDocument;

/**
 * Sends both halves of a merge or a split. They are recorded together or not at all; but each use accepts its half by its
 * own last decision, so that somebody who decides on one of the two at this very moment has one half refused. The other
 * half is then taken back. Should this process end in between, readers go by the document of the merged use alone, and
 * staff can still undo the half that stands.
 */
@Component
class Merges {

    private final Curator curator;
    private final Decisions decisions;
    private final Together together;

    Merges(Curator curator, Decisions decisions, Together together) {
        this.curator = curator;
        this.decisions = decisions;
        this.together = together;
    }

    /** What became of a merge or a split. */
    sealed interface Outcome {

        /** The other use does not allow its half; nothing was sent. */
        record Refused(Refusal refusal) implements Outcome {}

        /** Somebody decided on the other use since the person looked; nothing was sent. */
        record Overtaken() implements Outcome {}

        /** It was sent. */
        record Sent(Result result) implements Outcome {}
    }

    /**
     * Sends a half that its own use allows, with its counterpart.
     *
     * @param half the half
     * @param other the other use as it stands
     * @param basedOn number of the last accepted decision on the other use that the person saw
     */
    Outcome decide(MergeDecision half, UseDocument other, int basedOn) {
        return switch (curator.counterpart(half, States.of(other), basedOn)) {
            case Verdict.Granted<UseDecision>(var counterpart) ->
                counterpart instanceof MergeDecision otherHalf
                        ? new Outcome.Sent(send(half, otherHalf))
                        : new Outcome.Sent(new Result.NotSent());
            case Verdict.Overtaken<UseDecision> _ -> new Outcome.Overtaken();
            case Verdict.Refused<UseDecision>(var refusal) ->
                // The other one's half is taken back already.
                half instanceof UseSplit || half instanceof UseReleased
                        ? new Outcome.Sent(decisions.decide(half))
                        : new Outcome.Refused(refusal);
        };
    }

    private Result send(MergeDecision half, MergeDecision otherHalf) {
        var sent = together.send(List.of(half, otherHalf));
        if (sent.isEmpty()) {
            return new Result.NotSent();
        }
        var one = decisions.outcome(half, sent.get().getFirst().offset());
        var other = decisions.outcome(otherHalf, sent.get().getLast().offset());
        if (one instanceof Result.Applied(var number) && other instanceof Result.RefusedByFold) {
            decisions.decide(curator.opposite(half, number));
            return other;
        }
        if (one instanceof Result.RefusedByFold && other instanceof Result.Applied(var number)) {
            decisions.decide(curator.opposite(otherHalf, number));
            return one;
        }
        return other instanceof Result.BeingApplied ? other : one;
    }
}
