package sightings.local.world;

import java.time.Instant;

/**
 * An article that is out.
 *
 * @param article what it says
 * @param publishedAt when it came out
 */
record Post(Article article, Instant publishedAt) {}
