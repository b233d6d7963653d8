package sightings.showcase.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.dataset.Download;

/**
 * A problem statement, as its page shows it.
 *
 * @param card its short form
 * @param why why it matters, as safe HTML
 * @param whyLanguage language of that text
 * @param vision what would be better then, as safe HTML
 * @param visionLanguage language of that text
 * @param others title and challenge in the other languages there are
 * @param datasets what there is to start with
 * @param contact the role that answers questions
 * @param contactUrl where to ask; null where there is no address
 * @param licence terms of the statement's own text
 * @param opens first day
 * @param closes last day
 * @param updated when it last changed
 * @param outcome how it ended, in words; null while it is open
 * @param note what came of it
 */
record ProblemPage(
        ProblemCard card,
        String why,
        String whyLanguage,
        String vision,
        String visionLanguage,
        List<Other> others,
        List<Start> datasets,
        String contact,
        @Nullable String contactUrl,
        String licence,
        @Nullable String opens,
        @Nullable String closes,
        @Nullable String updated,
        @Nullable String outcome,
        @Nullable String note) {

    ProblemPage {
        others = List.copyOf(others);
        datasets = List.copyOf(datasets);
    }

    /** The statement in another language. */
    record Other(String language, String name, String title, String challenge) {}

    /** A dataset to start with. */
    record Start(String id, String title, boolean known, List<Download> downloads) {

        Start {
            downloads = List.copyOf(downloads);
        }
    }
}
