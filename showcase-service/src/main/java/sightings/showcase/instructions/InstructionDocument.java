package sightings.showcase.instructions;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.dataset.Reference;
import sightings.event.AliasAdded;
import sightings.event.AliasRemoved;
import sightings.event.CheckAsked;
import sightings.event.DemandInstruction;
import sightings.event.DemandSetAside;
import sightings.event.DemandTakenUp;
import sightings.event.FeedAdded;
import sightings.event.FeedRemoved;
import sightings.event.Instruction;
import sightings.event.PersonId;
import sightings.event.SourcePaused;
import sightings.event.SourceResumed;
import sightings.evidence.SourceId;
import sightings.showcase.index.Index;

/**
 * One instruction as the index keeps it.
 *
 * @param id the record's key
 * @param event the event's CloudEvents id
 * @param about its subject: of two about the same, the later stands
 * @param act what was asked
 * @param dataset whose alias; null where it is about something else
 * @param kind what the alias is; null where it is about something else
 * @param value the alias itself, or what visitors ask for in vain; null where it is about a source
 * @param since first day of an alias that was added
 * @param source the source or feed; null where it is about something else
 * @param by who asked
 * @param time when
 */
public record InstructionDocument(
        String id,
        String event,
        String about,
        Act act,
        @Nullable DatasetId dataset,
        Reference.@Nullable Kind kind,
        @Nullable String value,
        @Nullable LocalDate since,
        @Nullable SourceId source,
        PersonId by,
        Instant time) {

    /** What was asked. */
    public enum Act {
        ALIAS_ADDED,
        ALIAS_REMOVED,
        FEED_ADDED,
        FEED_REMOVED,
        SOURCE_PAUSED,
        SOURCE_RESUMED,
        CHECK_ASKED,
        DEMAND_SET_ASIDE,
        DEMAND_TAKEN_UP
    }

    /** Where it is kept. */
    public static final Index<InstructionDocument> INDEX = new Index<>("instructions", InstructionDocument.class);

    /** The document of this instruction. */
    public static InstructionDocument of(String key, String event, Instruction instruction) {
        return switch (instruction) {
            case AliasAdded(var dataset, var kind, var value, var since, var by, var time) ->
                new InstructionDocument(
                        key,
                        event,
                        instruction.subject(),
                        Act.ALIAS_ADDED,
                        dataset,
                        kind,
                        value,
                        since,
                        null,
                        by,
                        time);
            case AliasRemoved(var dataset, var kind, var value, var by, var time) ->
                new InstructionDocument(
                        key,
                        event,
                        instruction.subject(),
                        Act.ALIAS_REMOVED,
                        dataset,
                        kind,
                        value,
                        null,
                        null,
                        by,
                        time);
            case FeedAdded feed -> ofSource(key, event, instruction, Act.FEED_ADDED, feed.source());
            case FeedRemoved feed -> ofSource(key, event, instruction, Act.FEED_REMOVED, feed.source());
            case SourcePaused paused -> ofSource(key, event, instruction, Act.SOURCE_PAUSED, paused.source());
            case SourceResumed resumed -> ofSource(key, event, instruction, Act.SOURCE_RESUMED, resumed.source());
            case CheckAsked asked -> ofSource(key, event, instruction, Act.CHECK_ASKED, asked.source());
            case DemandSetAside aside -> ofDemand(key, event, aside, Act.DEMAND_SET_ASIDE);
            case DemandTakenUp up -> ofDemand(key, event, up, Act.DEMAND_TAKEN_UP);
        };
    }

    private static InstructionDocument ofDemand(String key, String event, DemandInstruction demand, Act act) {
        return new InstructionDocument(
                key, event, demand.subject(), act, null, null, demand.what(), null, null, demand.by(), demand.time());
    }

    private static InstructionDocument ofSource(
            String key, String event, Instruction instruction, Act act, SourceId source) {
        return new InstructionDocument(
                key,
                event,
                instruction.subject(),
                act,
                null,
                null,
                null,
                null,
                source,
                instruction.by(),
                instruction.time());
    }
}
