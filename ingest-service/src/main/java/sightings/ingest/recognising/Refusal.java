package sightings.ingest.recognising;

/**
 * Why something that looked like a reference is none.
 *
 * @param rule which rule looked at it
 * @param reason in words
 * @param wouldMatch what would have to be true for it to be one
 */
public record Refusal(String rule, String reason, String wouldMatch) {}
