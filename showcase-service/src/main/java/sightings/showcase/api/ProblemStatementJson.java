package sightings.showcase.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the city wants solved.
 *
 * @param id stable id
 * @param number as people cite it
 * @param page its page on this site
 * @param status {@code open} or {@code closed}
 * @param title by language
 * @param challenge the problem in one or two sentences, by language
 * @param why why it matters, Markdown by language
 * @param vision what would be better then, Markdown by language
 * @param topics short names
 * @param difficulty {@code starter}, {@code medium} or {@code hard}
 * @param datasets what there is to start with, with download addresses
 * @param place where it matters, if anywhere in particular
 * @param contact the role that answers questions
 * @param contactUrl its address
 * @param licence terms of this text
 * @param opens first day
 * @param closes last day
 * @param outcome how it ended, where closed
 * @param note what came of it, where closed
 * @param published when it was published
 * @param updated when it last changed
 */
record ProblemStatementJson(
        String id,
        String number,
        String page,
        String status,
        Map<String, String> title,
        Map<String, String> challenge,
        Map<String, String> why,
        Map<String, String> vision,
        List<String> topics,
        String difficulty,
        List<DatasetJson> datasets,
        @Nullable PlaceJson place,
        String contact,
        @Nullable String contactUrl,
        String licence,
        @Nullable LocalDate opens,
        @Nullable LocalDate closes,
        @Nullable String outcome,
        @Nullable String note,
        @Nullable Instant published,
        Instant updated) {}
