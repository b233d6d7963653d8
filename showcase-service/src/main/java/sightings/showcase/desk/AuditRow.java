package sightings.showcase.desk;

import org.jspecify.annotations.Nullable;

/**
 * One step of an audit trail.
 *
 * @param who name of the person, or of the source
 * @param what what was done, in words
 * @param when in the city's time
 * @param refusal why it was refused; null where it took effect
 * @param note the person's own words; null where there are none
 */
record AuditRow(
        String who,
        String what,
        String when,
        @Nullable String refusal,
        @Nullable String note) {}
