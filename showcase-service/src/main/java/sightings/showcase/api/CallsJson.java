package sightings.showcase.api;

import java.util.List;

/**
 * How much a published use calls the datasets, week by week, as logs tell it.
 *
 * @param city the city
 * @param sample whether it is made up
 * @param story id of the story
 * @param page the story's page
 * @param rules how it is counted
 * @param method where that is explained
 * @param weeks oldest first; none where no calls are known from logs
 */
record CallsJson(
        String city, boolean sample, String story, String page, String rules, String method, List<CallWeekJson> weeks) {

    CallsJson {
        weeks = List.copyOf(weeks);
    }
}
