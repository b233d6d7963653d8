package sightings.ingest.downloads;

import sightings.event.DemandSeen;

/**
 * Something that a visitor asked for and that the catalogue does not have. What a single visitor asks for may tell about
 * them, so it stays in memory until enough of them ask for the same.
 *
 * @param kind how it was asked for
 * @param what the key in the address, or the words of the search
 */
record Wanted(DemandSeen.Kind kind, String what) {

    /** It is not for messages. */
    @Override
    public String toString() {
        return "Wanted[" + kind + "]";
    }
}
