package sightings.event;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;

/**
 * What the city wants solved, in the words that organisers of hackathons and data challenges pull.
 *
 * @param number as people cite it, such as {@code PS-2026-014}
 * @param title at most 160 characters each
 * @param challenge the problem in one or two sentences, at most 600 characters each
 * @param why why it matters, Markdown, at most 5,000 characters each
 * @param vision what would be better then, without prescribing a solution; Markdown, at most 5,000 characters each
 * @param topics short names in lower case
 * @param datasets what there is to start with
 * @param area where it matters, if anywhere in particular
 * @param contact the role that answers questions, never a person's name
 * @param contactUrl address of its form, or {@code mailto:}
 * @param licence terms of the statement's own text
 * @param difficulty how much it asks of a team
 * @param opensAt first day
 * @param closesAt last day, if there is one
 */
public record ProblemStatement(
        String number,
        Texts title,
        Texts challenge,
        Texts why,
        Texts vision,
        List<String> topics,
        List<DatasetId> datasets,
        @Nullable Area area,
        String contact,
        @Nullable String contactUrl,
        String licence,
        Difficulty difficulty,
        @Nullable LocalDate opensAt,
        @Nullable LocalDate closesAt) {

    /** How much a problem asks of a team. */
    public enum Difficulty {
        STARTER,
        MEDIUM,
        HARD
    }

    public ProblemStatement {
        topics = List.copyOf(topics);
        datasets = List.copyOf(datasets);
    }
}
