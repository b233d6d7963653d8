package sightings.dataset;

import java.time.LocalDate;

/**
 * One form in which people link to a dataset. References are dated and only ever added.
 *
 * @param kind what the value is
 * @param value the host, id, slug, resource id, URL or title itself
 * @param since the first day on which the catalogue was seen to use it
 */
public record Reference(Kind kind, String value, LocalDate since) {

    /** What a reference's value is. */
    public enum Kind {
        /** A host of the portal, such as {@code data.example.gov}. */
        HOST,
        /** The dataset's id, present or former. */
        ID,
        /** The dataset's name in addresses. */
        SLUG,
        /** The id of one of its files or layers. */
        RESOURCE,
        /**
         * An address that stands for the dataset whatever else it contains, without scheme, and of its query no more than
         * what names something, as in {@code example.org/get?id=7}.
         */
        URL
    }
}
