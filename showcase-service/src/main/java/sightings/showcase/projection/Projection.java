package sightings.showcase.projection;

import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import sightings.dataset.DatasetId;
import sightings.event.AccessesRead;
import sightings.event.CallerNamed;
import sightings.event.CatalogueHarvested;
import sightings.event.CheckpointMoved;
import sightings.event.DatasetAccessed;
import sightings.event.DatasetDescribed;
import sightings.event.DemandSeen;
import sightings.event.EntryEvent;
import sightings.event.Event;
import sightings.event.FindsRevised;
import sightings.event.Instruction;
import sightings.event.PersonDescribed;
import sightings.event.PersonId;
import sightings.event.PlaceConfirmed;
import sightings.event.PlaceGone;
import sightings.event.PlaceObserved;
import sightings.event.SaltDrawn;
import sightings.event.SightingConfirmed;
import sightings.event.SightingWithdrawn;
import sightings.event.SourceReported;
import sightings.event.Topic;
import sightings.event.UsageCounted;
import sightings.event.UseDecision;
import sightings.event.UseEvent;
import sightings.event.UseSighted;
import sightings.evidence.UseId;
import sightings.showcase.datasets.DatasetDocument;
import sightings.showcase.demand.DemandDocument;
import sightings.showcase.entries.ProblemStatementDocument;
import sightings.showcase.index.Index;
import sightings.showcase.instructions.InstructionDocument;
import sightings.showcase.instructions.RevisionDocument;
import sightings.showcase.people.PersonDocument;
import sightings.showcase.sources.LogFileDocument;
import sightings.showcase.sources.SourceDocument;
import sightings.showcase.usage.CallerDocument;
import sightings.showcase.usage.UsageDocument;
import sightings.showcase.uses.SightingDocument;
import sightings.showcase.uses.UseDocument;

/**
 * Which events change which documents: one projection per topic. Each document belongs to one key of one topic, so that
 * no two partitions ever touch the same one.
 */
enum Projection {
    CATALOGUE(Topic.CATALOGUE, false),
    /** It stops at an event that it cannot read: skipping a decision would show what staff took back. */
    USES(Topic.USES, true),
    USAGE(Topic.USAGE, false),
    /** As with uses. */
    ENTRIES(Topic.ENTRIES, true),
    PEOPLE(Topic.PEOPLE, false),
    SOURCES(Topic.CHECKPOINTS, false),
    INSTRUCTIONS(Topic.INSTRUCTIONS, false);

    /**
     * Raised whenever a fold or a mapping changes: an index of a lower number is rebuilt by itself. Never lowered.
     */
    static final int NUMBER = 7;

    /** All kinds of documents. */
    static final List<Index<?>> INDICES = List.of(
            UseDocument.INDEX,
            SightingDocument.INDEX,
            DatasetDocument.INDEX,
            UsageDocument.INDEX,
            ProblemStatementDocument.INDEX,
            SourceDocument.INDEX,
            LogFileDocument.INDEX,
            DemandDocument.INDEX,
            CallerDocument.INDEX,
            PersonDocument.INDEX,
            InstructionDocument.INDEX,
            RevisionDocument.INDEX);

    private final Topic topic;
    private final boolean stopsAtUnreadable;

    Projection(Topic topic, boolean stopsAtUnreadable) {
        this.topic = topic;
        this.stopsAtUnreadable = stopsAtUnreadable;
    }

    /** What it reads. */
    Topic topic() {
        return topic;
    }

    /** Whether it stops where it cannot read on, rather than put the record aside. */
    boolean stopsAtUnreadable() {
        return stopsAtUnreadable;
    }

    /** What the event changes; nothing where no document shows it. */
    static List<Change> changes(ConsumerRecord<String, byte[]> record, String id, Event event) {
        return switch (event) {
            case UseEvent use ->
                Stream.concat(
                                Stream.of(Change.of(
                                        UseDocument.INDEX,
                                        use.use().value(),
                                        record,
                                        before -> UseFold.apply(before, use, id))),
                                sightingChanges(record, use))
                        .toList();
            case EntryEvent entry ->
                List.of(Change.of(
                        ProblemStatementDocument.INDEX,
                        entry.entry().value(),
                        record,
                        before -> EntryFold.apply(before, entry, id)));
            case DatasetDescribed described ->
                List.of(Change.of(
                        DatasetDocument.INDEX,
                        described.dataset().id().value(),
                        record,
                        _ -> new DatasetDocument(described.dataset().id(), described.dataset(), described.time())));
            case UsageCounted counted ->
                List.of(Change.of(UsageDocument.INDEX, counted.subject(), record, _ -> UsageFold.of(counted)));
            case PersonDescribed described ->
                List.of(Change.of(
                        PersonDocument.INDEX,
                        described.person().value(),
                        record,
                        _ -> new PersonDocument(described.person(), described.name(), described.staff())));
            case SourceReported reported ->
                List.of(Change.of(
                        SourceDocument.INDEX,
                        reported.source().value(),
                        record,
                        _ -> new SourceDocument(reported.source(), reported)));
            case FindsRevised revised ->
                List.of(Change.of(
                        RevisionDocument.INDEX,
                        record.key(),
                        record,
                        _ -> new RevisionDocument(record.key(), revised)));
            case Instruction instruction ->
                List.of(Change.of(
                        InstructionDocument.INDEX,
                        record.key(),
                        record,
                        _ -> InstructionDocument.of(record.key(), id, instruction)));
            case CheckpointMoved moved ->
                LogFileFold.of(moved).stream()
                        .map(file -> Change.of(LogFileDocument.INDEX, record.key(), record, _ -> file))
                        .toList();
            case DemandSeen seen ->
                List.of(Change.of(
                        DemandDocument.INDEX, record.key(), record, _ -> new DemandDocument(record.key(), seen)));
            case CallerNamed named ->
                List.of(Change.of(
                        CallerDocument.INDEX,
                        record.key(),
                        record,
                        _ -> new CallerDocument(record.key(), named.caller(), UseId.of(named.about()))));
            case CatalogueHarvested _,
                    PlaceObserved _,
                    PlaceConfirmed _,
                    PlaceGone _,
                    DatasetAccessed _,
                    AccessesRead _,
                    SaltDrawn _ -> List.of();
        };
    }

    /**
     * What a tombstone changes. Documents are overwritten, never deleted. One of a use's or entry's events takes nothing
     * out of a document: those documents fold what is left at the next rebuild.
     */
    List<Change> tombstone(ConsumerRecord<String, byte[]> record, String key) {
        return switch (this) {
            case CATALOGUE ->
                DatasetId.isValid(key)
                        ? List.of(Change.of(
                                DatasetDocument.INDEX,
                                key,
                                record,
                                _ -> new DatasetDocument(new DatasetId(key), null, null)))
                        : List.of();
            case USAGE -> List.of(Change.of(UsageDocument.INDEX, key, record, _ -> UsageFold.gone()));
            case PEOPLE ->
                List.of(Change.of(
                        PersonDocument.INDEX, key, record, _ -> new PersonDocument(new PersonId(key), null, false)));
            case SOURCES -> {
                if (key.contains("#demand/")) {
                    yield List.of(Change.of(DemandDocument.INDEX, key, record, _ -> new DemandDocument(key, null)));
                }
                yield key.contains("#caller/")
                        ? List.of(
                                Change.of(CallerDocument.INDEX, key, record, _ -> new CallerDocument(key, null, null)))
                        : List.of();
            }
            // An instruction is taken out at the next rebuild, as is what came of one.
            case USES, ENTRIES, INSTRUCTIONS -> List.of();
        };
    }

    private static Stream<Change> sightingChanges(ConsumerRecord<String, byte[]> record, UseEvent event) {
        return switch (event) {
            case UseSighted sighted ->
                Stream.of(Change.of(
                        SightingDocument.INDEX,
                        sighted.sighting().id().value(),
                        record,
                        before -> SightingFold.seen(before, sighted)));
            case SightingConfirmed confirmed ->
                Stream.of(Change.of(
                        SightingDocument.INDEX,
                        confirmed.sighting().value(),
                        record,
                        before -> SightingFold.confirmed(before, confirmed)));
            case SightingWithdrawn withdrawn ->
                Stream.of(Change.of(
                        SightingDocument.INDEX,
                        withdrawn.sighting().value(),
                        record,
                        before -> SightingFold.withdrawn(before, withdrawn)));
            case UseDecision _ -> Stream.empty();
        };
    }
}
