package sightings.showcase.uses;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
        List<Held> held) {

    /** Where it is kept. */
    public static final Index<UseDocument> INDEX = new Index<>("uses", UseDocument.class);

    public UseDocument {
        decisions = List.copyOf(decisions);
        datasets = List.copyOf(datasets);
        sources = List.copyOf(sources);
        scoreParts = List.copyOf(scoreParts);
        held = List.copyOf(held);
    }

    /** Whether the public may see it. */
    public boolean isPublic() {
        return status == UseStatus.PUBLISHED && story != null;
    }

    /** Ids of its datasets. */
    public List<DatasetId> datasetIds() {
        return datasets.stream().map(DatasetUse::id).toList();
    }

    /** What the event with this id came to; empty where it is not in the document yet. */
    public Optional<Decided> decided(String event) {
        return decisions.stream().filter(step -> step.event().equals(event)).findFirst();
    }

    /** The last decision that took effect. */
    public Optional<Decided> lastAccepted() {
        return decisions.reversed().stream().filter(Decided::accepted).findFirst();
    }
}
