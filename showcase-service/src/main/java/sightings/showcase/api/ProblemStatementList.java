package sightings.showcase.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Published problem statements, latest change first.
 *
 * @param city whose they are
 * @param sample whether this is the sample city
 * @param items the problem statements of this page
 * @param next address of the next page; absent on the last one
 */
record ProblemStatementList(
        String city,
        boolean sample,
        List<ProblemStatementJson> items,
        @Nullable String next) {}
