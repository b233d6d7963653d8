package sightings.showcase.desk;

import org.jspecify.annotations.Nullable;

/**
 * Words that a page shows.
 *
 * @param text the words
 * @param language tag of their language, where it is another than the page's; else null
 */
record Words(String text, @Nullable String language) {

    /** In the page's own language. */
    static Words own(String text) {
        return new Words(text, null);
    }
}
