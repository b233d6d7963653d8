package sightings.showcase.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import sightings.city.CitySettings;
import sightings.event.MergeDecision;
import sightings.event.PersonId;
import sightings.event.RejectReason;
import sightings.event.Story;
import sightings.event.UseDecision;
import sightings.event.UseMerged;
import sightings.event.UseType;
import sightings.evidence.UseId;
import sightings.showcase.curation.Checked;
import sightings.showcase.curation.Curator;
import sightings.showcase.curation.FieldError;
import sightings.showcase.curation.Fields;
import sightings.showcase.curation.MergeUse;
import sightings.showcase.curation.PublishUse;
import sightings.showcase.curation.RejectUse;
import sightings.showcase.curation.ReopenUse;
import sightings.showcase.curation.StoryChecker;
import sightings.showcase.curation.UndoUseDecision;
import sightings.showcase.curation.UseChecker;
import sightings.showcase.curation.UseCommand;
import sightings.showcase.curation.Verdict;
import sightings.showcase.curation.WithdrawUse;
import sightings.showcase.datasets.DatasetQueries;
import sightings.showcase.index.IndexAway;
import sightings.showcase.uses.UseDocument;
import sightings.showcase.web.MissingException;

/**
 * The page of one use and the decisions on it.
 *
 * <ul>
 *   <li>{@code GET /desk/uses/{id}}: evidence, forms, audit trail
 *   <li>{@code POST /desk/uses/{id}/publish}: {@code basedOn}, {@code title_en}, {@code title_es}, {@code summary_en},
 *       {@code summary_es}, {@code body_en}, {@code body_es} (one for each language of the city), {@code type},
 *       {@code area}, {@code lat}, {@code lon}, {@code datasets} (ids parted by {@code ;})
 *   <li>{@code POST /desk/uses/{id}/reject}: {@code basedOn}, {@code reason}, {@code note}
 *   <li>{@code POST /desk/uses/{id}/reopen} and {@code withdraw}: {@code basedOn}, {@code note}
 *   <li>{@code POST /desk/uses/{id}/merge}: {@code basedOn}, {@code into} (the use that survives), {@code intoBasedOn};
 *       {@link MergeController} shows both before
 *   <li>{@code POST /desk/uses/{id}/undo}: {@code basedOn}; of a merge it splits
 * </ul>
 *
 * Each form carries {@code _csrf}. A decision that takes effect answers 302; wrong fields 422; a decision that somebody
 * else overtook 409, and while Kafka or Elasticsearch is away 503, both with a page that keeps what was typed.
 */
@Controller
class DeskController {

    private final Curator curator;
    private final StoryChecker stories;
    private final UseChecker checker;
    private final UsePages pages;
    private final UnsentPages unsent;
    private final Decisions decisions;
    private final Merges merges;
    private final DatasetQueries datasets;
    private final Areas areas;
    private final Wording wording;
    private final List<String> languages;

    DeskController(
            Curator curator,
            StoryChecker stories,
            UseChecker checker,
            UsePages pages,
            UnsentPages unsent,
            Decisions decisions,
            Merges merges,
            DatasetQueries datasets,
            Areas areas,
            Wording wording,
            CitySettings city) {
        this.curator = curator;
        this.stories = stories;
        this.checker = checker;
        this.pages = pages;
        this.unsent = unsent;
        this.decisions = decisions;
        this.merges = merges;
        this.datasets = datasets;
        this.areas = areas;
        this.wording = wording;
        this.languages = city.languages();
    }

    @GetMapping("/desk/uses/{id}")
    String use(@PathVariable String id, Locale locale, Model model) {
        var use = found(id);
        return show(use, Forms.story(use, languages), new Fields(Map.of()), List.of(), locale, model);
    }

    @PostMapping("/desk/uses/{id}/publish")
    String publish(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        var typed = areas.located(Forms.typed(parameters));
        var ask = new Ask("publish", new UseId(id), typed, locale, model, redirect, response);
        try {
            return switch (checked(typed)) {
                case Checked.Valid<Story>(var story) ->
                    decide(ask, new PublishUse(ask.use(), Staff.id(principal), Forms.basedOn(typed), story));
                case Checked.Invalid<Story>(var errors) -> {
                    response.setStatus(422);
                    yield show(found(id), typed, new Fields(Map.of()), errors, locale, model);
                }
            };
        } catch (IndexAway e) {
            return keep(ask);
        }
    }

    @PostMapping("/desk/uses/{id}/reject")
    String reject(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        var typed = Forms.typed(parameters);
        var ask = new Ask("reject", new UseId(id), typed, locale, model, redirect, response);
        try {
            return switch (checker.checkRejection(typed)) {
                case Checked.Valid<UseChecker.Rejection>(var why) ->
                    decide(
                            ask,
                            new RejectUse(
                                    ask.use(), Staff.id(principal), Forms.basedOn(typed), why.reason(), why.note()));
                case Checked.Invalid<UseChecker.Rejection>(var errors) -> {
                    response.setStatus(422);
                    var use = found(id);
                    yield show(use, Forms.story(use, languages), typed, errors, locale, model);
                }
            };
        } catch (IndexAway e) {
            return keep(ask);
        }
    }

    @PostMapping("/desk/uses/{id}/{action:reopen|withdraw|undo}")
    String takeBack(
            @PathVariable String id,
            @PathVariable String action,
            @RequestParam MultiValueMap<String, String> parameters,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        var typed = Forms.typed(parameters);
        var ask = new Ask(action, new UseId(id), typed, locale, model, redirect, response);
        try {
            return switch (checker.checkNote(typed)) {
                case Checked.Valid<UseChecker.Note>(var why) ->
                    decide(ask, takingBack(action, ask.use(), Staff.id(principal), Forms.basedOn(typed), why));
                case Checked.Invalid<UseChecker.Note>(var errors) -> {
                    response.setStatus(422);
                    var use = found(id);
                    yield show(use, Forms.story(use, languages), typed, errors, locale, model);
                }
            };
        } catch (IndexAway e) {
            return keep(ask);
        }
    }

    @PostMapping("/desk/uses/{id}/merge")
    String merge(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        var typed = Forms.typed(parameters);
        var ask = new Ask("merge", new UseId(id), typed, locale, model, redirect, response);
        try {
            var into = found(typed.line("into")).id();
            return decide(ask, new MergeUse(ask.use(), into, Staff.id(principal), Forms.basedOn(typed)));
        } catch (IndexAway e) {
            return keep(ask);
        }
    }

    private static UseCommand takingBack(String action, UseId use, PersonId by, int basedOn, UseChecker.Note why) {
        return switch (action) {
            case "reopen" -> new ReopenUse(use, by, basedOn, why.text());
            case "withdraw" -> new WithdrawUse(use, by, basedOn, why.text());
            default -> new UndoUseDecision(use, by, basedOn);
        };
    }

    /** What a person asked for, and how to answer. */
    private record Ask(
            String action,
            UseId use,
            Fields typed,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {

        String back() {
            return "/desk/uses/" + use.value();
        }

        String path() {
            return back() + "/" + action;
        }
    }

    private String decide(Ask ask, UseCommand command) {
        var use = found(ask.use().value());
        return switch (curator.decide(command, States.of(use))) {
            case Verdict.Granted<UseDecision>(var decision) ->
                decision instanceof MergeDecision half ? sendBoth(ask, half) : send(ask, decision);
            case Verdict.Overtaken<UseDecision> _ -> overtaken(ask, use);
            case Verdict.Refused<UseDecision>(var refusal) -> {
                ask.redirect().addFlashAttribute("flash", Flash.refused(wording.say(ask.locale(), refusal)));
                yield "redirect:" + ask.back();
            }
        };
    }

    private String sendBoth(Ask ask, MergeDecision half) {
        var other = found(half.other().value());
        // Who undoes looks at one of the two only.
        int basedOn = ask.action().equals("merge") ? Forms.intoBasedOn(ask.typed()) : other.decision();
        return switch (merges.decide(half, other, basedOn)) {
            case Merges.Outcome.Sent(Result.Applied(var number)) -> merged(ask, half, number);
            case Merges.Outcome.Sent(Result.BeingApplied _) -> told(ask, "desk.flash.being-applied");
            case Merges.Outcome.Sent(Result.NotSent _) -> keep(ask);
            case Merges.Outcome.Sent(Result.RefusedByFold _), Merges.Outcome.Overtaken _ -> overtaken(ask, half);
            case Merges.Outcome.Refused(var refusal) -> {
                ask.redirect().addFlashAttribute("flash", Flash.refused(wording.say(ask.locale(), refusal)));
                yield "redirect:" + ask.back();
            }
        };
    }

    /** The page of the use that shows both, or that is on its own again. */
    private String merged(Ask ask, MergeDecision half, int number) {
        var what = wording.say(ask.locale(), "desk.flash." + half.getClass().getSimpleName());
        var page =
                half instanceof UseMerged merged ? "/desk/uses/" + merged.into().value() : ask.back();
        ask.redirect().addFlashAttribute("flash", Flash.done(what, ask.back() + "/undo", number));
        return "redirect:" + page;
    }

    private String told(Ask ask, String code) {
        ask.redirect().addFlashAttribute("flash", Flash.said(wording.say(ask.locale(), code)));
        return "redirect:" + ask.back();
    }

    private String send(Ask ask, UseDecision decision) {
        return switch (decisions.decide(decision)) {
            case Result.Applied(var number) -> applied(ask, decision, number);
            case Result.BeingApplied _ -> told(ask, "desk.flash.being-applied");
            case Result.RefusedByFold _ -> overtaken(ask, found(ask.use().value()));
            case Result.NotSent _ -> keep(ask);
        };
    }

    private String applied(Ask ask, UseDecision decision, int number) {
        var locale = ask.locale();
        var what = wording.say(locale, "desk.flash." + decision.getClass().getSimpleName());
        var flash = Flash.done(what, ask.back() + "/undo", number);
        var id = ask.use().value();
        if (decision instanceof sightings.event.UseRejected) {
            ask.redirect().addFlashAttribute("decided", id);
            ask.redirect()
                    .addFlashAttribute("flash", flash.linking(ask.back(), wording.say(locale, "desk.flash.look")));
            return "redirect:/desk";
        }
        boolean published = decision instanceof sightings.event.UsePublished;
        ask.redirect()
                .addFlashAttribute(
                        "flash",
                        published ? flash.linking("/stories/" + id, wording.say(locale, "desk.flash.public")) : flash);
        return "redirect:" + ask.back();
    }

    private String overtaken(Ask ask, UseDocument use) {
        var there = ask.action().equals("publish") && use.story() != null ? Forms.story(use, languages) : null;
        return overtaken(ask, use, Forms.basedOn(ask.typed()), Map.of("basedOn", use.decision()), there);
    }

    /** Of the two uses, the one on which somebody else decided is shown as it was seen and as it is. */
    private String overtaken(Ask ask, MergeDecision half) {
        var use = found(half.use().value());
        var other = found(half.other().value());
        boolean merging = ask.action().equals("merge");
        int seenOfOther = merging ? Forms.intoBasedOn(ask.typed()) : other.decision();
        var numbers = merging
                ? Map.of("basedOn", use.decision(), "intoBasedOn", other.decision())
                : Map.of("basedOn", use.decision());
        return other.decision() == seenOfOther
                ? overtaken(ask, use, Forms.basedOn(ask.typed()), numbers, null)
                : overtaken(ask, other, seenOfOther, numbers, null);
    }

    /**
     * The page that shows both states.
     *
     * @param seen number of the decision that the person saw
     * @param numbers which decisions the form is based on when it is sent again
     * @param there what somebody else wrote meanwhile
     */
    private String overtaken(
            Ask ask, UseDocument changed, int seen, Map<String, Integer> numbers, @Nullable Fields there) {
        ask.response().setStatus(409);
        ask.model()
                .addAttribute(
                        "unsent",
                        unsent.overtaken(
                                wanted(ask),
                                ask.path(),
                                ask.back(),
                                ask.typed(),
                                pages.standingAt(changed, seen, ask.locale()),
                                pages.standing(changed, ask.locale()),
                                numbers,
                                there,
                                ask.locale()));
        return "desk/unsent";
    }

    private String keep(Ask ask) {
        ask.response().setStatus(503);
        ask.model().addAttribute("unsent", unsent.away(wanted(ask), ask.path(), ask.back(), ask.typed(), ask.locale()));
        return "desk/unsent";
    }

    private String wanted(Ask ask) {
        return wording.say(ask.locale(), "desk.wanted." + ask.action());
    }

    /** The story that was typed; a dataset that the catalogue does not have is an error of its field. */
    private Checked<Story> checked(Fields typed) {
        var checked = stories.check(typed);
        if (checked instanceof Checked.Valid<Story>(var story)) {
            var unknown = new ArrayList<>(story.datasets());
            unknown.removeAll(datasets.byIds(story.datasets()).keySet());
            if (!unknown.isEmpty()) {
                return new Checked.Invalid<>(List.of(new FieldError(
                        "datasets",
                        "desk.error.unknown-dataset",
                        List.of(unknown.getFirst().value()))));
            }
        }
        return checked;
    }

    /** Whether it may be an id at all: Elasticsearch is not asked for a book. */
    static boolean isId(String id) {
        return id.matches("[A-Za-z0-9-]{1,64}");
    }

    private UseDocument found(String id) {
        return Optional.of(id)
                .filter(DeskController::isId)
                .flatMap(known -> pages.fresh(new UseId(known)))
                .orElseThrow(() -> new MissingException("use " + id));
    }

    private String show(
            UseDocument use, Fields story, Fields other, List<FieldError> errors, Locale locale, Model model) {
        model.addAttribute("use", pages.page(use, locale));
        model.addAttribute("form", story.values());
        model.addAttribute("other", other.values());
        model.addAttribute("errors", wording.say(locale, errors));
        model.addAttribute("cityLanguages", languages);
        model.addAttribute("types", Arrays.asList(UseType.values()));
        model.addAttribute("reasons", Arrays.asList(RejectReason.values()));
        model.addAttribute("areas", areas.names());
        return "desk/use";
    }
}
