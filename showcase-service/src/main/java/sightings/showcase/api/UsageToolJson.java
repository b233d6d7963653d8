package sightings.showcase.api;

import org.jspecify.annotations.Nullable;

/**
 * Accesses by one tool in all weeks that are over.
 *
 * @param who tool or ai-agent
 * @param tool its name, or {@code -} for those without a known one; absent for all that are too small to be named
 * @param count how often, rounded down
 */
record UsageToolJson(String who, @Nullable String tool, CountJson count) {}
