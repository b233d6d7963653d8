package sightings.showcase.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem statement in short.
 *
 * @param number as people cite it
 * @param title in the reader's language, where there is one
 * @param language of the title and the challenge
 * @param challenge the problem in one or two sentences
 * @param open whether it is open
 * @param status in words
 * @param difficulty in words
 * @param topics short names
 * @param place where it matters, if anywhere in particular
 * @param datasets how many datasets there are to start with
 */
record ProblemCard(
        String number,
        String title,
        String language,
        String challenge,
        boolean open,
        String status,
        String difficulty,
        List<String> topics,
        @Nullable String place,
        int datasets) {

    ProblemCard {
        topics = List.copyOf(topics);
    }

    /** The statement's page. */
    public String url() {
        return "/problem-statements/" + number;
    }
}
