package sightings.dataset;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the city's catalogue (dcat:Dataset) with every form in which people link to it.
 *
 * @param id the portal's own id
 * @param portal host of the portal
 * @param title as the portal shows it
 * @param description the portal's own words, plain text, at most 2,000 characters
 * @param landingPage its page at the portal
 * @param category the portal's category
 * @param keywords the portal's tags
 * @param publisher department that publishes it
 * @param licence licence or terms, name or address
 * @param updatedAt when its data last changed
 * @param downloads where to get the data
 * @param references all forms ever seen, sorted by kind and value
 * @param goneSince the day since which the portal has it no longer, in its catalogue and at its page; null while it is
 *     there. What was found of it stays found.
 */
public record Dataset(
        DatasetId id,
        String portal,
        String title,
        @Nullable String description,
        String landingPage,
        @Nullable String category,
        List<String> keywords,
        @Nullable String publisher,
        @Nullable String licence,
        @Nullable Instant updatedAt,
        List<Download> downloads,
        List<Reference> references,
        @Nullable LocalDate goneSince) {

    public Dataset {
        keywords = List.copyOf(keywords);
        downloads = List.copyOf(downloads);
        references = List.copyOf(references);
    }

    /** A dataset that is there. */
    public Dataset(
            DatasetId id,
            String portal,
            String title,
            @Nullable String description,
            String landingPage,
            @Nullable String category,
            List<String> keywords,
            @Nullable String publisher,
            @Nullable String licence,
            @Nullable Instant updatedAt,
            List<Download> downloads,
            List<Reference> references) {
        this(
                id,
                portal,
                title,
                description,
                landingPage,
                category,
                keywords,
                publisher,
                licence,
                updatedAt,
                downloads,
                references,
                null);
    }

    /** The same dataset, gone since this day; with null, there again. */
    public Dataset goneSince(@Nullable LocalDate day) {
        return new Dataset(
                id,
                portal,
                title,
                description,
                landingPage,
                category,
                keywords,
                publisher,
                licence,
                updatedAt,
                downloads,
                references,
                day);
    }
}
