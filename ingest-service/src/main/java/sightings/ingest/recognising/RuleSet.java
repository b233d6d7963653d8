package sightings.ingest.recognising;

/** The rules of this release, as a number that says whether they are others than before. */
public final class RuleSet {

    /**
     * Raised whenever the recogniser finds something else in the same text: the kept observations are then read again by
     * themselves. Never lowered.
     */
    public static final int NUMBER = 4;

    private RuleSet() {}
}
