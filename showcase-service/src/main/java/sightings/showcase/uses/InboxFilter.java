package sightings.showcase.uses;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.evidence.Grade;
import sightings.evidence.Subject;

/**
 * Which uses staff look at.
 *
 * @param status any of these; empty for all
 * @param text words in title, summary, address or maker; null or blank for all
 * @param dataset only those of this dataset; null for all
 * @param sourceKind first part of the source's id: {@code github}, {@code feed}, {@code log}, {@code desk}; null for all
 * @param kind only this kind of thing; null for all
 * @param grade at least this strong; null for all
 * @param sort what comes first
 */
public record InboxFilter(
        List<UseStatus> status,
        @Nullable String text,
        @Nullable DatasetId dataset,
        @Nullable String sourceKind,
        Subject.@Nullable Kind kind,
        @Nullable Grade grade,
        Sort sort) {

    /** What comes first. */
    public enum Sort {
        /** Highest score. */
        SCORE,
        /** First seen last. */
        NEWEST,
        /** Seen or changed last. */
        RECENT
    }

    public InboxFilter {
        status = List.copyOf(status);
    }

    /** What awaits review, best first. */
    public static InboxFilter awaitingReview() {
        return new InboxFilter(List.of(UseStatus.DISCOVERED), null, null, null, null, null, Sort.SCORE);
    }
}
