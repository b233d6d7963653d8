package sightings.showcase.curation;

import sightings.event.Event;

/**
 * What the curator says to a command.
 *
 * @param <E> what follows from a granted command
 */
public sealed interface Verdict<E extends Event> {

    /**
     * Granted: this is what happens next.
     *
     * @param event to be sent
     */
    record Granted<E extends Event>(E event) implements Verdict<E> {}

    /**
     * Not allowed as things stand.
     *
     * @param refusal what was tried, on what, and what would be allowed
     */
    record Refused<E extends Event>(Refusal refusal) implements Verdict<E> {}

    /**
     * Somebody decided since the person looked. The person must see both states and choose.
     *
     * @param basedOn the number that the person saw
     * @param number the number that it has now
     */
    record Overtaken<E extends Event>(int basedOn, int number) implements Verdict<E> {}
}
