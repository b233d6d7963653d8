package sightings.showcase.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import sightings.city.CitySettings;
import sightings.event.EntryEvent;
import sightings.event.EntryId;
import sightings.event.Outcome;
import sightings.event.PersonId;
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
    private static final int SIZE = 50;

    private final EntryCurator curator;
    private final EntryIds ids;
    private final StatementChecker checker;
    private final UseChecker closings;
    private final ProblemStatementQueries statements;
    private final StatementPages pages;
    private final UnsentPages unsent;
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
            UnsentPages unsent,
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
        this.unsent = unsent;
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
    String write(
            @RequestParam MultiValueMap<String, String> parameters,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        var typed = areas.located(Forms.typed(parameters));
        var ask = new Ask("write", LIST + "/new", LIST, typed, locale, model, redirect, response);
        try {
            var checked = checker.check(typed);
            if (checked instanceof Checked.Valid<ProblemStatement>(var statement)) {
                if (!statements.isTaken(statement.number())) {
                    var id = ids.next();
                    return decide(
                            ask,
                            new WriteProblemStatement(id, Staff.id(principal), 0, statement),
                            EntryNow.unwritten(id));
                }
                checked = new Checked.Invalid<>(
                        List.of(new FieldError("number", "desk.error.number-taken", List.of(statement.number()))));
            }
            response.setStatus(422);
            return show(pages.unwritten(locale), typed, errors(checked), locale, model);
        } catch (IndexAway e) {
            return keep(ask);
        }
    }

    @GetMapping(LIST + "/{id}")
    String statement(@PathVariable String id, Locale locale, Model model) {
        var entry = found(id);
        return show(pages.page(entry, locale), Forms.statement(entry.statement(), languages), List.of(), locale, model);
    }

    @PostMapping(LIST + "/{id}")
    String edit(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        var typed = areas.located(Forms.typed(parameters));
        var path = LIST + "/" + id;
        var ask = new Ask("write", path, path, typed, locale, model, redirect, response);
        try {
            var entry = found(id);
            var checked = checker.check(typed);
            if (checked instanceof Checked.Valid<ProblemStatement>(var statement)) {
                boolean renumbered =
                        !statement.number().equals(entry.statement().number());
                if (!renumbered || !statements.isTaken(statement.number())) {
                    return decide(
                            ask,
                            new WriteProblemStatement(entry.id(), Staff.id(principal), Forms.basedOn(typed), statement),
                            States.of(entry));
                }
                checked = new Checked.Invalid<>(
                        List.of(new FieldError("number", "desk.error.number-taken", List.of(statement.number()))));
            }
            response.setStatus(422);
            return show(pages.page(entry, locale), typed, errors(checked), locale, model);
        } catch (IndexAway e) {
            return keep(ask);
        }
    }

    @PostMapping(LIST + "/{id}/{action:publish|reopen|withdraw|undo|close}")
    String act(
            @PathVariable String id,
            @PathVariable String action,
            @RequestParam MultiValueMap<String, String> parameters,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        var typed = Forms.typed(parameters);
        var path = LIST + "/" + id;
        var ask = new Ask(action, path + "/" + action, path, typed, locale, model, redirect, response);
        try {
            var entry = found(id);
            if (!action.equals("close")) {
                return decide(ask, command(action, entry.id(), Staff.id(principal), typed), States.of(entry));
            }
            return switch (closings.checkClosing(typed)) {
                case Checked.Valid<UseChecker.Closing>(var closing) ->
                    decide(
                            ask,
                            new CloseProblemStatement(
                                    entry.id(),
                                    Staff.id(principal),
                                    Forms.basedOn(typed),
                                    closing.outcome(),
                                    closing.note()),
                            States.of(entry));
                case Checked.Invalid<UseChecker.Closing>(var errors) -> {
                    response.setStatus(422);
                    model.addAttribute("closing", typed.values());
                    yield show(
                            pages.page(entry, locale),
                            Forms.statement(entry.statement(), languages),
                            errors,
                            locale,
                            model);
                }
            };
        } catch (IndexAway e) {
            return keep(ask);
        }
    }

    private static EntryCommand command(String action, EntryId entry, PersonId by, Fields typed) {
        int basedOn = Forms.basedOn(typed);
        return switch (action) {
            case "publish" -> new PublishProblemStatement(entry, by, basedOn);
            case "reopen" -> new ReopenProblemStatement(entry, by, basedOn);
            case "withdraw" -> new WithdrawProblemStatement(entry, by, basedOn);
            default -> new UndoEntryDecision(entry, by, basedOn);
        };
    }

    /** What a person asked for, and how to answer. */
    private record Ask(
            String action,
            String path,
            String back,
            Fields typed,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {}

    private String decide(Ask ask, EntryCommand command, EntryNow now) {
        return switch (curator.decide(command, now)) {
            case Verdict.Granted<EntryEvent>(var event) -> send(ask, event);
            case Verdict.Overtaken<EntryEvent> _ -> overtaken(ask, now.entry());
            case Verdict.Refused<EntryEvent>(var refusal) -> {
                ask.redirect().addFlashAttribute("flash", Flash.refused(wording.say(ask.locale(), refusal)));
                yield "redirect:" + ask.back();
            }
        };
    }

    private String send(Ask ask, EntryEvent event) {
        var path = LIST + "/" + event.entry().value();
        return switch (decisions.decide(event)) {
            case Result.Applied(var number) -> {
                var what = wording.say(
                        ask.locale(), "desk.flash." + event.getClass().getSimpleName());
                ask.redirect()
                        .addFlashAttribute(
                                "flash", number > 1 ? Flash.done(what, path + "/undo", number) : Flash.said(what));
                yield "redirect:" + path;
            }
            case Result.BeingApplied _ -> {
                ask.redirect()
                        .addFlashAttribute("flash", Flash.said(wording.say(ask.locale(), "desk.flash.being-applied")));
                yield "redirect:" + LIST;
            }
            case Result.RefusedByFold _ -> overtaken(ask, event.entry());
            case Result.NotSent _ -> keep(ask);
        };
    }

    private String overtaken(Ask ask, EntryId id) {
        var entry = found(id.value());
        ask.response().setStatus(409);
        ask.model()
                .addAttribute(
                        "unsent",
                        unsent.overtaken(
                                wanted(ask),
                                ask.path(),
                                ask.back(),
                                ask.typed(),
                                pages.standingAt(entry, Forms.basedOn(ask.typed()), ask.locale()),
                                pages.standing(entry, ask.locale()),
                                Map.of("basedOn", entry.decision()),
                                ask.action().equals("write") ? Forms.statement(entry.statement(), languages) : null,
                                ask.locale()));
        return "desk/unsent";
    }

    private String keep(Ask ask) {
        ask.response().setStatus(503);
        ask.model().addAttribute("unsent", unsent.away(wanted(ask), ask.path(), ask.back(), ask.typed(), ask.locale()));
        return "desk/unsent";
    }

    private String wanted(Ask ask) {
        return wording.say(ask.locale(), "desk.entry.wanted." + ask.action());
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

    private static List<FieldError> errors(Checked<ProblemStatement> checked) {
        return checked instanceof Checked.Invalid<ProblemStatement>(var errors) ? errors : List.of();
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
