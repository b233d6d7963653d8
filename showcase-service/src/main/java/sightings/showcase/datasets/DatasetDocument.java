package sightings.showcase.datasets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sightings.dataset.Dataset;
import sightings.dataset.DatasetId;
import sightings.dataset.Download;
import sightings.showcase.index.Index;

/**
 * A dataset of the city as the index keeps it.
 *
 * @param id the portal's own id
 * @param dataset its whole state; null where the record was taken out of the catalogue topic
 * @param harvestedAt when the harvest read it
 */
public record DatasetDocument(
        DatasetId id, @Nullable Dataset dataset, @Nullable Instant harvestedAt) {

    /** Where it is kept. */
    public static final Index<DatasetDocument> INDEX = new Index<>("datasets", DatasetDocument.class);

    /** Whether it was taken out. Such a document is never an answer. */
    public boolean isGone() {
        return dataset == null;
    }

    /** As the portal shows it. */
    public String title() {
        return present().title();
    }

    /** The portal's own words. */
    public @Nullable String description() {
        return present().description();
    }

    /** Its page at the portal. */
    public String landingPage() {
        return present().landingPage();
    }

    /** The portal's category. */
    public @Nullable String category() {
        return present().category();
    }

    /** Department that publishes it. */
    public @Nullable String publisher() {
        return present().publisher();
    }

    /** Licence or terms, name or address. */
    public @Nullable String licence() {
        return present().licence();
    }

    /** When its data last changed. */
    public @Nullable Instant updatedAt() {
        return present().updatedAt();
    }

    /** The day since which the portal has it no longer; null while it is there. */
    public @Nullable LocalDate goneSince() {
        return present().goneSince();
    }

    /** Where to get the data. */
    public List<Download> downloads() {
        return present().downloads();
    }

    /** The portal's tags. */
    public List<String> keywords() {
        return present().keywords();
    }

    private Dataset present() {
        return Objects.requireNonNull(dataset, "A dataset that is gone is never an answer");
    }
}
