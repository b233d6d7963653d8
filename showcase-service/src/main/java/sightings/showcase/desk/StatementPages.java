package sightings.showcase.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import sightings.event.EntryId;
import sightings.event.PersonId;
import sightings.showcase.entries.EntryStep;
import sightings.showcase.entries.ProblemStatementDocument;
import sightings.showcase.entries.ProblemStatementQueries;

/** Puts problem statements into words for staff. */
@Component
class StatementPages {

    private final ProblemStatementQueries statements;
    private final Wording wording;

    StatementPages(ProblemStatementQueries statements, Wording wording) {
        this.statements = statements;
        this.wording = wording;
    }

    Optional<ProblemStatementDocument> fresh(EntryId id) {
        return statements.byId(id).map(versioned -> versioned.document());
    }

    /** One that is about to be written. */
    StatementPage unwritten(Locale locale) {
        var title = wording.say(locale, "desk.statement.new");
        return new StatementPage(null, "", title, null, "", 0, false, List.of(), false);
    }

    StatementPage page(ProblemStatementDocument entry, Locale locale) {
        return new StatementPage(
                entry.id().value(),
                entry.statement().number(),
                entry.statement().title().in(locale.getLanguage()),
                entry.status(),
                standing(entry, locale),
                entry.decision(),
                entry.status().isPublic(),
                audit(entry, locale),
                entry.steps().stream().filter(EntryStep::accepted).count() > 1);
    }

    /** Where it stands, with who made it so and when. */
    String standing(ProblemStatementDocument entry, Locale locale) {
        return standingAt(entry, entry.decision(), locale);
    }

    /** How it stood when a person looked who saw this number. */
    String standingAt(ProblemStatementDocument entry, int number, Locale locale) {
        return entry.steps().stream()
                .filter(step -> step.accepted() && step.number() == number)
                .findFirst()
                .map(step -> {
                    var names = wording.names(List.of(step.by()));
                    return wording.say(
                            locale,
                            "desk.entry.standing." + step.action(),
                            wording.name(locale, names, step.by()),
                            wording.moment(locale, step.time()));
                })
                .orElseGet(() -> wording.say(locale, "desk.entry.standing.none"));
    }

    private List<AuditRow> audit(ProblemStatementDocument entry, Locale locale) {
        var names = wording.names(
                entry.steps().stream().map(EntryStep::by).distinct().toList());
        return entry.steps().reversed().stream()
                .map(step -> audit(step, names, locale))
                .toList();
    }

    private AuditRow audit(EntryStep step, Map<PersonId, String> names, Locale locale) {
        var outcome = step.outcome();
        var statement = step.statement();
        var notes = Stream.of(
                        statement == null ? null : statement.title().in(locale.getLanguage()),
                        outcome == null ? null : wording.say(locale, "desk.outcome." + outcome),
                        step.note())
                .filter(Objects::nonNull)
                .toList();
        return new AuditRow(
                wording.name(locale, names, step.by()),
                wording.say(locale, "desk.entry.audit." + step.action()),
                wording.moment(locale, step.time()),
                step.accepted() ? null : wording.say(locale, "desk.audit.refused", step.basedOn(), step.number()),
                notes.isEmpty() ? null : String.join(" · ", notes));
    }
}
