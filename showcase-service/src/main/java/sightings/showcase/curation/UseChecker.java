package sightings.showcase.curation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sightings.event.Outcome;
import sightings.event.PersonId;
import sightings.event.RejectReason;

/** Checks the short forms of the desk: adding a use, rejecting one, closing a problem statement. */
public final class UseChecker {

    /** Most characters of a note. */
    public static final int NOTE = 500;

    private static final int SNIPPET = 300;

    /**
     * Why staff reject.
     *
     * @param reason from the fixed list
     * @param note in own words
     */
    public record Rejection(RejectReason reason, @Nullable String note) {}

    /**
     * How a problem statement ended.
     *
     * @param outcome from the fixed list
     * @param note what came of it
     */
    public record Closing(Outcome outcome, @Nullable String note) {}

    /**
     * Why something is taken back.
     *
     * @param text in own words
     */
    public record Note(@Nullable String text) {}

    /** A use to be added. Fields: {@code address}, {@code title}, {@code datasets}, {@code note}. */
    public Checked<AddUse> checkAddition(Fields fields, PersonId by) {
        var reader = new FieldReader(fields, List.of());
        var address = reader.address("address", true);
        var title = reader.line("title", 200, true);
        var datasets = reader.datasets("datasets");
        if (datasets.isEmpty() && fields.line("datasets").isEmpty()) {
            reader.error("datasets", "some-dataset");
        }
        var note = reader.note("note", SNIPPET);
        return reader.result(() -> new AddUse(by, Objects.requireNonNull(address), title, datasets, note));
    }

    /** Why a use is rejected. Fields: {@code reason}, {@code note}. */
    public Checked<Rejection> checkRejection(Fields fields) {
        var reader = new FieldReader(fields, List.of());
        var reason = reader.choice("reason", RejectReason.class);
        var note = reader.note("note", NOTE);
        return reader.result(() -> new Rejection(reason.orElseThrow(), note));
    }

    /** Why something is taken back. Field: {@code note}. */
    public Checked<Note> checkNote(Fields fields) {
        var reader = new FieldReader(fields, List.of());
        var note = reader.note("note", NOTE);
        return reader.result(() -> new Note(note));
    }

    /** How a problem statement ended. Fields: {@code outcome}, {@code note}. */
    public Checked<Closing> checkClosing(Fields fields) {
        var reader = new FieldReader(fields, List.of());
        var outcome = reader.choice("outcome", Outcome.class);
        var note = reader.note("note", NOTE);
        return reader.result(() -> new Closing(outcome.orElseThrow(), note));
    }
}
