package sightings.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The name of each event on the wire. A change that an older reader would misread is a new version: a new constant. */
public enum EventType {
    DATASET_DESCRIBED("sightings.dataset-described.v1", DatasetDescribed.class, Topic.CATALOGUE),
    CATALOGUE_HARVESTED("sightings.catalogue-harvested.v1", CatalogueHarvested.class, Topic.CATALOGUE),
    FINDS_REVISED("sightings.finds-revised.v1", FindsRevised.class, Topic.CATALOGUE),
    PLACE_OBSERVED("sightings.place-observed.v1", PlaceObserved.class, Topic.OBSERVATIONS),
    PLACE_CONFIRMED("sightings.place-confirmed.v1", PlaceConfirmed.class, Topic.OBSERVATIONS),
    PLACE_GONE("sightings.place-gone.v1", PlaceGone.class, Topic.OBSERVATIONS),
    USE_SIGHTED("sightings.use-sighted.v1", UseSighted.class, Topic.USES),
    SIGHTING_CONFIRMED("sightings.sighting-confirmed.v1", SightingConfirmed.class, Topic.USES),
    SIGHTING_WITHDRAWN("sightings.sighting-withdrawn.v1", SightingWithdrawn.class, Topic.USES),
    USE_PUBLISHED("sightings.use-published.v1", UsePublished.class, Topic.USES),
    USE_REJECTED("sightings.use-rejected.v1", UseRejected.class, Topic.USES),
    USE_REOPENED("sightings.use-reopened.v1", UseReopened.class, Topic.USES),
    USE_WITHDRAWN("sightings.use-withdrawn.v1", UseWithdrawn.class, Topic.USES),
    USE_MERGED("sightings.use-merged.v1", UseMerged.class, Topic.USES),
    USE_ABSORBED("sightings.use-absorbed.v1", UseAbsorbed.class, Topic.USES),
    USE_SPLIT("sightings.use-split.v1", UseSplit.class, Topic.USES),
    USE_RELEASED("sightings.use-released.v1", UseReleased.class, Topic.USES),
    DATASET_ACCESSED("sightings.dataset-accessed.v1", DatasetAccessed.class, Topic.ACCESSES),
    ACCESSES_READ("sightings.accesses-read.v1", AccessesRead.class, Topic.ACCESSES),
    USAGE_COUNTED("sightings.usage-counted.v1", UsageCounted.class, Topic.USAGE),
    PROBLEM_STATEMENT_WRITTEN("sightings.problem-statement-written.v1", ProblemStatementWritten.class, Topic.ENTRIES),
    PROBLEM_STATEMENT_PUBLISHED(
            "sightings.problem-statement-published.v1", ProblemStatementPublished.class, Topic.ENTRIES),
    PROBLEM_STATEMENT_CLOSED("sightings.problem-statement-closed.v1", ProblemStatementClosed.class, Topic.ENTRIES),
    PROBLEM_STATEMENT_REOPENED(
            "sightings.problem-statement-reopened.v1", ProblemStatementReopened.class, Topic.ENTRIES),
    PROBLEM_STATEMENT_WITHDRAWN(
            "sightings.problem-statement-withdrawn.v1", ProblemStatementWithdrawn.class, Topic.ENTRIES),
    PERSON_DESCRIBED("sightings.person-described.v1", PersonDescribed.class, Topic.PEOPLE),
    CHECKPOINT_MOVED("sightings.checkpoint-moved.v1", CheckpointMoved.class, Topic.CHECKPOINTS),
    SOURCE_REPORTED("sightings.source-reported.v1", SourceReported.class, Topic.CHECKPOINTS),
    DEMAND_SEEN("sightings.demand-seen.v1", DemandSeen.class, Topic.CHECKPOINTS),
    CALLER_NAMED("sightings.caller-named.v1", CallerNamed.class, Topic.CHECKPOINTS),
    ALIAS_ADDED("sightings.alias-added.v1", AliasAdded.class, Topic.INSTRUCTIONS),
    ALIAS_REMOVED("sightings.alias-removed.v1", AliasRemoved.class, Topic.INSTRUCTIONS),
    FEED_ADDED("sightings.feed-added.v1", FeedAdded.class, Topic.INSTRUCTIONS),
    FEED_REMOVED("sightings.feed-removed.v1", FeedRemoved.class, Topic.INSTRUCTIONS),
    SOURCE_PAUSED("sightings.source-paused.v1", SourcePaused.class, Topic.INSTRUCTIONS),
    SOURCE_RESUMED("sightings.source-resumed.v1", SourceResumed.class, Topic.INSTRUCTIONS),
    CHECK_ASKED("sightings.check-asked.v1", CheckAsked.class, Topic.INSTRUCTIONS),
    DEMAND_SET_ASIDE("sightings.demand-set-aside.v1", DemandSetAside.class, Topic.INSTRUCTIONS),
    DEMAND_TAKEN_UP("sightings.demand-taken-up.v1", DemandTakenUp.class, Topic.INSTRUCTIONS),
    SALT_DRAWN("sightings.salt-drawn.v1", SaltDrawn.class, Topic.SALTS);

    private static final Map<String, EventType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::wireName, type -> type));
    private static final Map<Class<?>, EventType> BY_CLASS =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::recordClass, type -> type));

    private final String wireName;
    private final Class<? extends Event> recordClass;
    private final Topic topic;
    private final byte[] wireBytes;

    EventType(String wireName, Class<? extends Event> recordClass, Topic topic) {
        this.wireName = wireName;
        this.recordClass = recordClass;
        this.topic = topic;
        this.wireBytes = wireName.getBytes(StandardCharsets.UTF_8);
    }

    /** The CloudEvents {@code type}. */
    public String wireName() {
        return wireName;
    }

    /** The same as a header has it; nobody changes it. */
    byte[] wireBytes() {
        return wireBytes;
    }

    /** The record that holds it. */
    public Class<? extends Event> recordClass() {
        return recordClass;
    }

    /** Where it is kept. */
    public Topic topic() {
        return topic;
    }

    /** The type of this name; empty where this release does not know it. */
    public static Optional<EventType> named(String wireName) {
        return Optional.ofNullable(BY_NAME.get(wireName));
    }

    /** The type of this event. */
    public static EventType of(Event event) {
        var type = BY_CLASS.get(event.getClass());
        if (type == null) {
            throw new IllegalStateException("Not in EventType: " + event.getClass());
        }
        return type;
    }
}
