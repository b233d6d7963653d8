package sightings.showcase.uses;

/**
 * Why a use has its score.
 *
 * @param name key of the reason, for message bundles: {@code score.<name>}
 * @param points what it adds
 */
public record ScorePart(String name, int points) {}
