package sightings.showcase.curation;

import java.util.List;
import sightings.event.ProblemStatement;

/** One line of an imported file. */
public sealed interface StatementRow {

    /** Line of the file that the row begins on, from 1. */
    long line();

    /**
     * A row that can be imported.
     *
     * @param line line of the file
     * @param statement what it says
     * @param status what the row wants it to be
     */
    record Good(long line, ProblemStatement statement, Status status) implements StatementRow {}

    /**
     * A row that cannot.
     *
     * @param line line of the file
     * @param number the number that the row gives, as far as there is one
     * @param errors what is wrong, by column
     */
    record Bad(long line, String number, List<FieldError> errors) implements StatementRow {

        public Bad {
            errors = List.copyOf(errors);
        }
    }

    /** What a row wants its problem statement to be. */
    enum Status {
        DRAFT,
        OPEN,
        SOLVED,
        PARKED,
        OUTDATED
    }
}
