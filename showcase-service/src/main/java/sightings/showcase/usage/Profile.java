package sightings.showcase.usage;

import sightings.event.UsageCounted;

/** The counting rules whose counts are shown. Their names and versions stand here and nowhere else in the showcase. */
public enum Profile {
    /** Every successful download; a file in many parts is one. What the public sees where nothing else is said. */
    DOWNLOADS(UsageCounted.DOWNLOADS),
    /** The COUNTER Code of Practice for Research Data: robots left out, double clicks once. */
    COUNTER_RD(UsageCounted.COUNTER_RD),
    /** What the portal reports itself, by rules that are its own. */
    REPORTED(UsageCounted.REPORTED);

    private final String rules;

    Profile(String rules) {
        this.rules = rules;
    }

    /** Name and version of the rules, as counts carry them. */
    public String rules() {
        return rules;
    }
}
