package sightings.showcase.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import sightings.event.EventCodec;
import sightings.event.Instruction;
import sightings.showcase.index.IndexAway;
import sightings.showcase.instructions.InstructionQueries;
import sightings.showcase.instructions.Instructions;

/** Sends what staff ask of the watching side, and waits until the pages show it. */
@Component
class Ask {

    private final EventCodec codec = new EventCodec();
    private final Decisions decisions;
    private final InstructionQueries queries;
    private final InstantSource clock;

    Ask(Decisions decisions, InstructionQueries queries, InstantSource clock) {
        this.decisions = decisions;
        this.queries = queries;
        this.clock = clock;
    }

    /** What somebody wants, but for when. */
    @FunctionalInterface
    interface Wish {

        /** The instruction, given at this time. */
        Instruction at(Instant time);
    }

    /**
     * Sends the instructions, in this order; they are kept also while ingest is away. Of two about one subject the later
     * stands, so each is later than the last one about its subject, whatever the clocks of two machines say.
     *
     * @return {@link Result.Applied}, {@link Result.BeingApplied} or {@link Result.NotSent}
     */
    Result that(List<Wish> wishes) {
        var now = clock.instant();
        var before = before(
                wishes.stream().map(wish -> wish.at(now).subject()).distinct().toList());
        var instructions = new ArrayList<Instruction>();
        for (Wish wish : wishes) {
            var draft = wish.at(now);
            var last = before.latest(draft.subject());
            instructions.add(last.filter(time -> !time.isBefore(now))
                    .map(time -> wish.at(time.plusMillis(1)))
                    .orElse(draft));
        }
        if (!decisions.send(instructions)) {
            return new Result.NotSent();
        }
        var key = codec.write(instructions.getLast()).key();
        return decisions.awaitFound(() -> queries.isFound(key));
    }

    private Instructions before(List<String> subjects) {
        try {
            return queries.aboutSubjects(subjects);
        } catch (IndexAway e) {
            return new Instructions(List.of());
        }
    }
}
