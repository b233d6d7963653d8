package sightings.showcase.api;

import java.util.List;

/**
 * The datasets that are used most, and those that are used more than before.
 *
 * @param city whose data it is
 * @param sample whether this is the sample city, whose numbers are made up
 * @param rules name and version of the counting rules
 * @param method where they are explained
 * @param mostUsed in the last 26 weeks, most first
 * @param rising the last four weeks that are over beside the four before, the surest first
 */
record UsageList(
        String city,
        boolean sample,
        String rules,
        String method,
        List<UsedDatasetJson> mostUsed,
        List<UsedDatasetJson> rising) {}
