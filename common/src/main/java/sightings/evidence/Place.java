package sightings.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Where something was seen: a file of a repository, an article, a page that refers.
 *
 * @param url address that a person can open; two places are the same where it is
 * @param path file within the repository
 * @param line first line of the find, from 1; no part of the place's identity, since lines move
 */
public record Place(
        String url, @Nullable String path, @Nullable Integer line) {

    /** The same place, at this line. */
    public Place atLine(int number) {
        return new Place(url, path, number);
    }
}
