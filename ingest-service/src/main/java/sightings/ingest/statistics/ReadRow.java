package sightings.ingest.statistics;

import java.time.LocalDate;
import sightings.event.AccessKind;

/** What a row of a portal's statistics says by itself, whatever the catalogue and other rows say. */
sealed interface ReadRow {

    /**
     * A count.
     *
     * @param dataset what the portal calls the dataset
     * @param day the day
     * @param kind the kind of access
     * @param count how often, 0 or more
     */
    record Stated(String dataset, LocalDate day, AccessKind kind, int count) implements ReadRow {}

    /**
     * Nothing that is taken.
     *
     * @param outcome why
     * @param word the word of the row that is the reason; empty where it is not of interest
     */
    record Left(RowOutcome outcome, String word) implements ReadRow {}
}
