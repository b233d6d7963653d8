package sightings.local.world;

/** One part of the world that answers requests. */
@FunctionalInterface
interface Site {

    /** The answer to a request for an address below this site's own. */
    Answer answer(Request request);
}
