package sightings.ingest.commands;

import org.jspecify.annotations.Nullable;

/** What came of one line of input. A bad line loses only itself. */
sealed interface ObservedLine {

    /**
     * A text to be read.
     *
     * @param number of the line, from 1
     * @param where what the asker calls the place
     * @param path the file, whose kind decides on grades; null where the text is of no file
     * @param text as far as the cap
     * @param cut whether there was more of it
     */
    record Text(int number, String where, @Nullable String path, String text, boolean cut) implements ObservedLine {}

    /** A text in which nothing can be found. */
    record Passed() implements ObservedLine {}

    /**
     * A line that is no text to be read.
     *
     * @param number of the line, from 1
     * @param reason what was wrong, in words
     */
    record Bad(int number, String reason) implements ObservedLine {}
}
