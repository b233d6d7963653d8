package sightings.showcase.desk;

/** What became of a decision that was sent. */
sealed interface Result {

    /**
     * It took effect.
     *
     * @param number the number that the use or entry has now: an undo is based on it
     */
    record Applied(int number) implements Result {}

    /** The fold refused it, since somebody else had decided. It stays in the audit trail and changed nothing. */
    record RefusedByFold() implements Result {}

    /** Kafka has it; the document does not show it yet. */
    record BeingApplied() implements Result {}

    /** Kafka is away, or did not confirm. Sending it again does no harm: it can take effect only once. */
    record NotSent() implements Result {}
}
