package sightings.showcase.uses;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.event.RejectReason;
import sightings.event.Story;
import sightings.evidence.Grade;
import sightings.evidence.Subject;
import sightings.evidence.UseId;
import sightings.showcase.index.Index;

/**
 * A use as the index keeps it: what was sighted, and what staff decided. Its sightings are documents of their own
 * ({@link UseQueries#sightings}); titles of datasets and names of people are joined when read.
 *
 * @param id the use
 * @param about the thing in the wild, as its source describes it now
 * @param status where it stands
 * @param decision number of the last accepted decision, 0 before the first: a new decision is based on it
 * @param story the last one that was published, also after a withdrawal; the public reads it only while published
 * @param reason why it was rejected, while it is
 * @param note what staff said with the last accepted decision
 * @param publishedAt when the story was first published in its present publication; null while it is not
 * @param updatedAt when the story last changed, while published
 * @param decisions audit trail, oldest first, refused ones included
 * @param datasets sighted, and named by staff in the story; by id
 * @param grade strongest grade sighted; null where nothing holds any more
 * @param sources ids of the sources that saw it, sorted
 * @param sightings how many finds hold now
 * @param firstSeen when it was first sighted
 * @param lastSeen when it was last sighted
 * @param score how much it deserves a look, 0 to 100
 * @param scoreParts why
 * @param held what its sightings are counted from, by id
 * @param into the use that it was merged into, while it is
 * @param members uses that staff merged into it, by id; whether each one accepted that is in its own document
 * @param runsAt the use on the web that its homepage is, were it found there; null where it has none
 */
public record UseDocument(
        UseId id,
        Subject about,
        UseStatus status,
        int decision,
        @Nullable Story story,
        @Nullable RejectReason reason,
        @Nullable String note,
        @Nullable Instant publishedAt,
        @Nullable Instant updatedAt,
        List<Decided> decisions,
        List<DatasetUse> datasets,
        @Nullable Grade grade,
        List<String> sources,
        int sightings,
        Instant firstSeen,
        Instant lastSeen,
        int score,
        List<ScorePart> scoreParts,
        List<Held> held,
        @Nullable UseId into,
        List<UseId> members,
        @Nullable UseId runsAt) {

    /** Where it is kept. */
    public static final Index<UseDocument> INDEX = new Index<>("uses", UseDocument.class);

    public UseDocument {
        decisions = List.copyOf(decisions);
        datasets = List.copyOf(datasets);
        sources = List.copyOf(sources);
        scoreParts = List.copyOf(scoreParts);
        held = List.copyOf(held);
        // Documents of an earlier projection, which are read until theirs is rebuilt, have none.
        members = List.copyOf(Objects.requireNonNullElse(members, List.of()));
    }

    /** The use with these finds and all that is counted from them. */
    public UseDocument counted(Subject about, List<Held> held, Instant firstSeen, Instant lastSeen) {
        // What staff name beside the sighted datasets comes and goes with the story.
        var named = story != null && status == UseStatus.PUBLISHED ? story.datasets() : List.<DatasetId>of();
        var counted = Counted.of(about, held, named);
        return new UseDocument(
                id,
                about,
                status,
                decision,
                story,
                reason,
                note,
                publishedAt,
                updatedAt,
                decisions,
                counted.datasets(),
                counted.grade(),
                counted.sources(),
                held.size(),
                firstSeen,
                lastSeen,
                counted.score().points(),
                counted.score().parts(),
                held,
                into,
                members,
                Homepage.of(about).orElse(null));
    }

    /** The use after one more step of its audit trail, with this decision number. */
    public UseDocument decided(Decided step, int number) {
        var steps = new ArrayList<>(decisions);
        steps.add(step);
        return new UseDocument(
                id,
                about,
                status,
                number,
                story,
                reason,
                note,
                publishedAt,
                updatedAt,
                steps,
                datasets,
                grade,
                sources,
                sightings,
                firstSeen,
                lastSeen,
                score,
                scoreParts,
                held,
                into,
                members,
                runsAt);
    }

    /** The use with these uses merged into it. */
    public UseDocument withMembers(List<UseId> members) {
        return new UseDocument(
                id,
                about,
                status,
                decision,
                story,
                reason,
                note,
                publishedAt,
                updatedAt,
                decisions,
                datasets,
                grade,
                sources,
                sightings,
                firstSeen,
                lastSeen,
                score,
                scoreParts,
                held,
                into,
                members,
                runsAt);
    }

    /** Whether the public may see it. */
    public boolean isPublic() {
        return status == UseStatus.PUBLISHED && story != null;
    }

    /** All ids by which logs may know it: its own, the one of where it runs, and those of what was merged into it. */
    public List<UseId> knownAs() {
        return Stream.of(List.of(id), runsAt == null ? List.<UseId>of() : List.of(runsAt), members)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** Ids of its datasets. */
    public List<DatasetId> datasetIds() {
        return datasets.stream().map(DatasetUse::id).toList();
    }

    /** What the event with this id came to; empty where it is not in the document yet. */
    public Optional<Decided> decided(String event) {
        return decisions.stream().filter(step -> step.event().equals(event)).findFirst();
    }

    /** The decision by which it stands where it stands; empty where nobody has decided. */
    public Optional<Decided> standing() {
        return decisions.reversed().stream()
                .filter(step -> step.accepted() && step.action().moves())
                .findFirst();
    }

    /** The last decision that took effect. */
    public Optional<Decided> lastAccepted() {
        return decisions.reversed().stream().filter(Decided::accepted).findFirst();
    }
}
