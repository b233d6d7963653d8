package sightings.showcase.desk;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import sightings.city.CitySettings;
import sightings.event.EntryEvent;
import sightings.event.EntryId;
import sightings.event.Outcome;
import sightings.event.ProblemStatement;
import sightings.showcase.curation.Checked;
import sightings.showcase.curation.CloseProblemStatement;
import sightings.showcase.curation.EntryCommand;
import sightings.showcase.curation.EntryCurator;
import sightings.showcase.curation.EntryIds;
import sightings.showcase.curation.EntryNow;
import sightings.showcase.curation.FieldError;
import sightings.showcase.curation.Fields;
import sightings.showcase.curation.PublishProblemStatement;
import sightings.showcase.curation.ReopenProblemStatement;
import sightings.showcase.curation.StatementChecker;
import sightings.showcase.curation.UndoEntryDecision;
import sightings.showcase.curation.UseChecker;
import sightings.showcase.curation.Verdict;
import sightings.showcase.curation.WithdrawProblemStatement;
import sightings.showcase.curation.WriteProblemStatement;
import sightings.showcase.entries.EntryStatus;
import sightings.showcase.entries.ProblemStatementDocument;
import sightings.showcase.entries.ProblemStatementFilter;
import sightings.showcase.entries.ProblemStatementQueries;
import sightings.showcase.index.IndexAway;
import sightings.showcase.web.MissingException;

/**
 * Problem statements: list, form, and what can be done with each.
 *
 * <ul>
 *   <li>{@code GET /desk/problem-statements}: {@code status} (draft, open, closed), {@code q}, {@code page}
 *   <li>{@code GET /desk/problem-statements/new}, filled from fields of the same names, {@code POST /desk/problem-statements/new}: a new draft
 *   <li>{@code GET} and {@code POST /desk/problem-statements/{id}}: the form, with the fields of
 *       {@link StatementChecker} and {@code basedOn}
 *   <li>{@code POST /desk/problem-statements/{id}/publish}, {@code reopen}, {@code withdraw}, {@code undo}:
 *       {@code basedOn}
 *   <li>{@code POST /desk/problem-statements/{id}/close}: {@code basedOn}, {@code outcome} (solved, parked, outdated),
 *       {@code note}
 * </ul>
 *
 * Each form carries {@code _csrf}; answers are those of {@link DeskController}.
 */
@Controller
class StatementController {

    private static final String LIST = "/desk/problem-statements";
    private static final String WANTED = "desk.entry.wanted.";
    private static final int SIZE = 50;

    private final EntryCurator curator;
    private final EntryIds ids;
    private final StatementChecker checker;
    private final UseChecker closings;
    private final ProblemStatementQueries statements;
    private final StatementPages pages;
    private final Replies replies;
    private final Decisions decisions;
    private final Areas areas;
    private final Wording wording;
    private final InstantSource clock;
    private final List<String> languages;
    private final ZoneId zone;

    StatementController(
            EntryCurator curator,
            EntryIds ids,
            StatementChecker checker,
            UseChecker closings,
            ProblemStatementQueries statements,
            StatementPages pages,
            Replies replies,
            Decisions decisions,
            Areas areas,
            Wording wording,
            InstantSource clock,
            CitySettings city) {
        this.curator = curator;
        this.ids = ids;
        this.checker = checker;
        this.closings = closings;
        this.statements = statements;
        this.pages = pages;
        this.replies = replies;
        this.decisions = decisions;
        this.areas = areas;
        this.wording = wording;
        this.clock = clock;
        this.languages = city.languages();
        this.zone = city.timeZone();
    }

    @GetMapping(LIST)
    String list(
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") String page,
            Locale locale,
            Model model) {
        var chosen = Arrays.stream(EntryStatus.values())
                .filter(one -> one.name().equalsIgnoreCase(status))
                .toList();
        var text = q.strip().substring(0, Math.min(200, q.strip().length()));
        var filter = new ProblemStatementFilter(
                text.isEmpty() ? null : text, locale.getLanguage(), List.of(), List.of(), List.of(), chosen);
        int number = page.matches("\\d{1,3}") ? Math.max(1, Integer.parseInt(page)) : 1;
        var found = statements.all(filter, number, SIZE);
        model.addAttribute("found", found.map(entry -> pages.page(entry, locale)));
        model.addAttribute("status", chosen.isEmpty() ? "" : chosen.getFirst().name());
        model.addAttribute("q", text);
        model.addAttribute("statuses", Arrays.asList(EntryStatus.values()));
        return "desk/statements";
    }

    @GetMapping(LIST + "/new")
    String unwritten(@RequestParam MultiValueMap<String, String> parameters, Locale locale, Model model) {
        var suggested = new LinkedHashMap<>(Forms.typed(parameters).values());
        suggested.put("number", nextNumber());
        suggested.put("licence", "CC0-1.0");
        suggested.put("difficulty", ProblemStatement.Difficulty.STARTER.name());
        return show(pages.unwritten(locale), new Fields(suggested), List.of(), locale, model);
    }

    @PostMapping(LIST + "/new")
    String write(Submission sent) {
        var form = sent.with(areas.located(sent.typed()));
        var attempt = writing(LIST + "/new", LIST, form);
        try {
            return switch (checked(form.typed(), "")) {
                case Checked.Valid<ProblemStatement>(var statement) -> {
                    var id = ids.next();
                    yield decide(
                            attempt, new WriteProblemStatement(id, form.by(), 0, statement), EntryNow.unwritten(id));
                }
                case Checked.Invalid<ProblemStatement>(var errors) ->
                    show(pages.unwritten(form.locale()), form.typed(), errors, form.failed(422));
            };
        } catch (IndexAway e) {
            return replies.keep(attempt);
        }
    }

    @GetMapping(LIST + "/{id}")
    String statement(@PathVariable String id, Locale locale, Model model) {
        var entry = found(id);
        return show(pages.page(entry, locale), Forms.statement(entry.statement(), languages), List.of(), locale, model);
    }

    @PostMapping(LIST + "/{id}")
    String edit(@PathVariable String id, Submission sent) {
        var form = sent.with(areas.located(sent.typed()));
        var attempt = writing(LIST + "/" + id, LIST + "/" + id, form);
        try {
            var entry = found(id);
            return switch (checked(form.typed(), entry.statement().number())) {
                case Checked.Valid<ProblemStatement>(var statement) ->
                    decide(
                            attempt,
                            new WriteProblemStatement(entry.id(), form.by(), form.basedOn(), statement),
                            States.of(entry));
                case Checked.Invalid<ProblemStatement>(var errors) ->
                    show(pages.page(entry, form.locale()), form.typed(), errors, form.failed(422));
            };
        } catch (IndexAway e) {
            return replies.keep(attempt);
        }
    }

    private static Attempt writing(String path, String back, Submission form) {
        return new Attempt("write", WANTED + "write", path, back, form);
    }

    /** The statement that was typed; a number that another one has is an error of its field. */
    private Checked<ProblemStatement> checked(Fields typed, String ownNumber) {
        var checked = checker.check(typed);
        if (checked instanceof Checked.Valid<ProblemStatement>(var statement)
                && !statement.number().equals(ownNumber)
                && statements.isTaken(statement.number())) {
            return new Checked.Invalid<>(
                    List.of(new FieldError("number", "desk.error.number-taken", List.of(statement.number()))));
        }
        return checked;
    }

    @PostMapping(LIST + "/{id}/{action:publish|reopen|withdraw|undo|close}")
    String act(@PathVariable String id, @PathVariable String action, Submission form) {
        var attempt = Attempt.at(LIST + "/" + id, action, WANTED, form);
        try {
            var entry = found(id);
            return action.equals("close")
                    ? close(attempt, entry)
                    : decide(attempt, command(action, entry.id(), form), States.of(entry));
        } catch (IndexAway e) {
            return replies.keep(attempt);
        }
    }

    private String close(Attempt attempt, ProblemStatementDocument entry) {
        var form = attempt.form();
        return switch (closings.checkClosing(form.typed())) {
            case Checked.Valid<UseChecker.Closing>(var closing) ->
                decide(
                        attempt,
                        new CloseProblemStatement(
                                entry.id(), form.by(), form.basedOn(), closing.outcome(), closing.note()),
                        States.of(entry));
            case Checked.Invalid<UseChecker.Closing>(var errors) -> {
                form.model().addAttribute("closing", form.typed().values());
                var stored = Forms.statement(entry.statement(), languages);
                yield show(pages.page(entry, form.locale()), stored, errors, form.failed(422));
            }
        };
    }

    private static EntryCommand command(String action, EntryId entry, Submission form) {
        var by = form.by();
        int basedOn = form.basedOn();
        return switch (action) {
            case "publish" -> new PublishProblemStatement(entry, by, basedOn);
            case "reopen" -> new ReopenProblemStatement(entry, by, basedOn);
            case "withdraw" -> new WithdrawProblemStatement(entry, by, basedOn);
            default -> new UndoEntryDecision(entry, by, basedOn);
        };
    }

    private String decide(Attempt attempt, EntryCommand command, EntryNow now) {
        return switch (curator.decide(command, now)) {
            case Verdict.Granted<EntryEvent>(var event) -> send(attempt, event);
            case Verdict.Overtaken<EntryEvent> _ -> overtaken(attempt, now.entry());
            case Verdict.Refused<EntryEvent>(var refusal) -> replies.refused(attempt, refusal);
        };
    }

    private String send(Attempt attempt, EntryEvent event) {
        return switch (decisions.decide(event)) {
            case Result.Applied(var number) -> applied(attempt.form(), event, number);
            case Result.BeingApplied _ -> replies.beingApplied(attempt, LIST);
            case Result.RefusedByFold _ -> overtaken(attempt, event.entry());
            case Result.NotSent _ -> replies.keep(attempt);
        };
    }

    private String applied(Submission form, EntryEvent event, int number) {
        var path = LIST + "/" + event.entry().value();
        var what = wording.say(form.locale(), "desk.flash." + event.getClass().getSimpleName());
        // The first draft has nothing before it to go back to.
        return form.goTo(path, number > 1 ? Flash.done(what, path + "/undo", number) : Flash.said(what));
    }

    private String overtaken(Attempt attempt, EntryId id) {
        var entry = found(id.value());
        var form = attempt.form();
        return replies.overtaken(
                attempt,
                new Replies.Change(
                        pages.standingAt(entry, form.basedOn(), form.locale()),
                        pages.standing(entry, form.locale()),
                        Map.of("basedOn", entry.decision()),
                        attempt.action().equals("write") ? Forms.statement(entry.statement(), languages) : null));
    }

    private ProblemStatementDocument found(String id) {
        return Optional.of(id)
                .filter(DeskController::isId)
                .flatMap(known -> pages.fresh(new EntryId(known)))
                .orElseThrow(() -> new MissingException("problem statement " + id));
    }

    /** {@code PS-2026-014} after {@code PS-2026-013}. */
    private String nextNumber() {
        var prefix = "PS-" + clock.instant().atZone(zone).getYear() + "-";
        int last = statements
                .highestNumber(prefix)
                .map(number -> number.substring(prefix.length()))
                .filter(rest -> rest.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
        return prefix + String.format(Locale.ROOT, "%03d", last + 1);
    }

    private String show(StatementPage page, Fields typed, List<FieldError> errors, Submission form) {
        return show(page, typed, errors, form.locale(), form.model());
    }

    private String show(StatementPage page, Fields form, List<FieldError> errors, Locale locale, Model model) {
        model.addAttribute("entry", page);
        model.addAttribute("form", form.values());
        if (!model.containsAttribute("closing")) {
            model.addAttribute("closing", Map.of());
        }
        model.addAttribute("errors", wording.say(locale, errors));
        model.addAttribute("cityLanguages", languages);
        model.addAttribute("difficulties", Arrays.asList(ProblemStatement.Difficulty.values()));
        model.addAttribute("outcomes", Arrays.asList(Outcome.values()));
        model.addAttribute("areas", areas.names());
        return "desk/statement";
    }
}
