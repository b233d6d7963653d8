package sightings.showcase.entries;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.event.ProblemStatement;

/**
 * Which problem statements are asked for. Values of one kind widen, kinds narrow.
 *
 * @param text words to search for; null or blank for all
 * @param language in which the reader reads: its texts count most
 * @param topics any of these
 * @param datasets any of these
 * @param difficulties any of these
 * @param status any of these; empty for all that the asker may see
 */
public record ProblemStatementFilter(
        @Nullable String text,
        String language,
        List<String> topics,
        List<DatasetId> datasets,
        List<ProblemStatement.Difficulty> difficulties,
        List<EntryStatus> status) {

    public ProblemStatementFilter {
        topics = List.copyOf(topics);
        datasets = List.copyOf(datasets);
        difficulties = List.copyOf(difficulties);
        status = List.copyOf(status);
    }

    /** All of them, for a reader of this language. */
    public static ProblemStatementFilter all(String language) {
        return new ProblemStatementFilter(null, language, List.of(), List.of(), List.of(), List.of());
    }

    /** The open ones, for a reader of this language. */
    public static ProblemStatementFilter open(String language) {
        return new ProblemStatementFilter(null, language, List.of(), List.of(), List.of(), List.of(EntryStatus.OPEN));
    }
}
