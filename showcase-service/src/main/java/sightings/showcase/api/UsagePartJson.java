package sightings.showcase.api;

import org.jspecify.annotations.Nullable;

/**
 * Accesses that are told by themselves.
 *
 * @param who person, tool, ai-agent or robot; absent for several that are too small to be told apart
 * @param kind view, download or api; absent for several kinds
 * @param count how often
 */
record UsagePartJson(@Nullable String who, @Nullable String kind, CountJson count) {}
