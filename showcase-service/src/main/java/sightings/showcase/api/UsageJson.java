package sightings.showcase.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much a dataset was used, oldest week first. Numbers of few visitors are not told exactly, and totals are made of the
 * numbers that are told.
 *
 * @param city whose data it is
 * @param sample whether this is the sample city, whose numbers are made up
 * @param dataset the dataset's id
 * @param title as the portal shows it
 * @param page its page on this site
 * @param rules name and version of the counting rules
 * @param method where they are explained
 * @param total of all weeks, robots left out
 * @param weeks the weeks, without gaps
 * @param tools by name of the tool; none where the source does not say
 */
record UsageJson(
        String city,
        boolean sample,
        String dataset,
        @Nullable String title,
        String page,
        String rules,
        String method,
        CountJson total,
        List<UsageWeekJson> weeks,
        List<UsageToolJson> tools) {}
