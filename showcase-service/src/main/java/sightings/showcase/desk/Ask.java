package sightings.showcase.desk;

import java.util.List;
import org.springframework.stereotype.Component;
import sightings.event.EventCodec;
import sightings.event.Instruction;
import sightings.showcase.instructions.InstructionQueries;

/** Sends what staff ask of the watching side, and waits until the pages show it. */
@Component
class Ask {

    private final EventCodec codec = new EventCodec();
    private final Decisions decisions;
    private final InstructionQueries queries;

    Ask(Decisions decisions, InstructionQueries queries) {
        this.decisions = decisions;
        this.queries = queries;
    }

    /**
     * Sends the instructions, in this order; they are kept also while ingest is away.
     *
     * @return {@link Result.Applied}, {@link Result.BeingApplied} or {@link Result.NotSent}
     */
    Result that(List<? extends Instruction> instructions) {
        if (!decisions.send(instructions)) {
            return new Result.NotSent();
        }
        var last = codec.write(instructions.getLast()).key();
        return decisions.awaitFound(() -> queries.isFound(last));
    }
}
