package sightings.showcase.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import sightings.city.CitySettings;
import sightings.event.MergeDecision;
import sightings.event.PersonId;
import sightings.event.RejectReason;
import sightings.event.Story;
import sightings.event.UseDecision;
import sightings.event.UseMerged;
import sightings.event.UsePublished;
import sightings.event.UseRejected;
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
    private final Replies replies;
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
            Replies replies,
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
        this.replies = replies;
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
    String publish(@PathVariable String id, Submission sent) {
        var form = sent.with(areas.located(sent.typed()));
        var attempt = attempt(id, "publish", form);
        try {
            return switch (checked(form.typed())) {
                case Checked.Valid<Story>(var story) ->
                    decide(attempt, new PublishUse(new UseId(id), form.by(), form.basedOn(), story));
                case Checked.Invalid<Story>(var errors) ->
                    show(found(id), form.typed(), new Fields(Map.of()), errors, form.failed(422));
            };
        } catch (IndexAway e) {
            return replies.keep(attempt);
        }
    }

    @PostMapping("/desk/uses/{id}/reject")
    String reject(@PathVariable String id, Submission form) {
        var attempt = attempt(id, "reject", form);
        try {
            return switch (checker.checkRejection(form.typed())) {
                case Checked.Valid<UseChecker.Rejection>(var why) ->
                    decide(attempt, new RejectUse(new UseId(id), form.by(), form.basedOn(), why.reason(), why.note()));
                case Checked.Invalid<UseChecker.Rejection>(var errors) -> wrong(id, errors, form);
            };
        } catch (IndexAway e) {
            return replies.keep(attempt);
        }
    }

    @PostMapping("/desk/uses/{id}/{action:reopen|withdraw|undo}")
    String takeBack(@PathVariable String id, @PathVariable String action, Submission form) {
        var attempt = attempt(id, action, form);
        try {
            return switch (checker.checkNote(form.typed())) {
                case Checked.Valid<UseChecker.Note>(var why) ->
                    decide(attempt, takingBack(action, new UseId(id), form.by(), form.basedOn(), why));
                case Checked.Invalid<UseChecker.Note>(var errors) -> wrong(id, errors, form);
            };
        } catch (IndexAway e) {
            return replies.keep(attempt);
        }
    }

    @PostMapping("/desk/uses/{id}/merge")
    String merge(@PathVariable String id, Submission form) {
        var attempt = attempt(id, "merge", form);
        try {
            var into = found(form.typed().line("into")).id();
            return decide(attempt, new MergeUse(new UseId(id), into, form.by(), form.basedOn()));
        } catch (IndexAway e) {
            return replies.keep(attempt);
        }
    }

    private static Attempt attempt(String id, String action, Submission form) {
        return Attempt.at("/desk/uses/" + id, action, "desk.wanted.", form);
    }

    private static UseCommand takingBack(String action, UseId use, PersonId by, int basedOn, UseChecker.Note why) {
        return switch (action) {
            case "reopen" -> new ReopenUse(use, by, basedOn, why.text());
            case "withdraw" -> new WithdrawUse(use, by, basedOn, why.text());
            default -> new UndoUseDecision(use, by, basedOn);
        };
    }

    private String decide(Attempt attempt, UseCommand command) {
        var use = found(command.use().value());
        return switch (curator.decide(command, States.of(use))) {
            case Verdict.Granted<UseDecision>(var decision) ->
                decision instanceof MergeDecision half ? sendBoth(attempt, half) : send(attempt, decision);
            case Verdict.Overtaken<UseDecision> _ -> overtaken(attempt, use);
            case Verdict.Refused<UseDecision>(var refusal) -> replies.refused(attempt, refusal);
        };
    }

    private String sendBoth(Attempt attempt, MergeDecision half) {
        var other = found(half.other().value());
        // Who undoes looks at one of the two only.
        int basedOn = merging(attempt) ? Forms.intoBasedOn(attempt.form().typed()) : other.decision();
        return switch (merges.decide(half, other, basedOn)) {
            case Merges.Outcome.Sent(Result.Applied(var number)) -> merged(attempt, half, number);
            case Merges.Outcome.Sent(Result.BeingApplied _) -> replies.beingApplied(attempt, attempt.back());
            case Merges.Outcome.Sent(Result.NotSent _) -> replies.keep(attempt);
            case Merges.Outcome.Sent(Result.RefusedByFold _), Merges.Outcome.Overtaken _ -> overtaken(attempt, half);
            case Merges.Outcome.Refused(var refusal) -> replies.refused(attempt, refusal);
        };
    }

    private static boolean merging(Attempt attempt) {
        return attempt.action().equals("merge");
    }

    /** The page of the use that shows both, or that is on its own again. */
    private String merged(Attempt attempt, MergeDecision half, int number) {
        var page =
                half instanceof UseMerged merged ? "/desk/uses/" + merged.into().value() : attempt.back();
        return attempt.form().goTo(page, done(attempt, half, number));
    }

    private String send(Attempt attempt, UseDecision decision) {
        return switch (decisions.decide(decision)) {
            case Result.Applied(var number) -> applied(attempt, decision, done(attempt, decision, number));
            case Result.BeingApplied _ -> replies.beingApplied(attempt, attempt.back());
            case Result.RefusedByFold _ ->
                overtaken(attempt, found(decision.use().value()));
            case Result.NotSent _ -> replies.keep(attempt);
        };
    }

    private Flash done(Attempt attempt, UseDecision decision, int number) {
        var what = wording.say(
                attempt.form().locale(), "desk.flash." + decision.getClass().getSimpleName());
        return Flash.done(what, attempt.back() + "/undo", number);
    }

    private String applied(Attempt attempt, UseDecision decision, Flash flash) {
        var form = attempt.form();
        var id = decision.use().value();
        return switch (decision) {
            case UseRejected _ -> {
                form.redirect().addFlashAttribute("decided", id);
                var look = wording.say(form.locale(), "desk.flash.look");
                yield form.goTo("/desk", flash.linking(attempt.back(), look));
            }
            case UsePublished _ -> {
                var look = wording.say(form.locale(), "desk.flash.public");
                yield form.goTo(attempt.back(), flash.linking("/stories/" + id, look));
            }
            default -> form.goTo(attempt.back(), flash);
        };
    }

    private String overtaken(Attempt attempt, UseDocument use) {
        var there = attempt.action().equals("publish") && use.story() != null ? Forms.story(use, languages) : null;
        var numbers = Map.of("basedOn", use.decision());
        return overtaken(attempt, use, attempt.form().basedOn(), numbers, there);
    }

    /** Of the two uses, the one on which somebody else decided is shown as it was seen and as it is. */
    private String overtaken(Attempt attempt, MergeDecision half) {
        var use = found(half.use().value());
        var other = found(half.other().value());
        var form = attempt.form();
        boolean merging = merging(attempt);
        int seenOfOther = merging ? Forms.intoBasedOn(form.typed()) : other.decision();
        var numbers = merging
                ? Map.of("basedOn", use.decision(), "intoBasedOn", other.decision())
                : Map.of("basedOn", use.decision());
        return other.decision() == seenOfOther
                ? overtaken(attempt, use, form.basedOn(), numbers, null)
                : overtaken(attempt, other, seenOfOther, numbers, null);
    }

    /**
     * The page that shows both states.
     *
     * @param seen number of the decision that the person saw
     */
    private String overtaken(
            Attempt attempt, UseDocument changed, int seen, Map<String, Integer> numbers, @Nullable Fields there) {
        var locale = attempt.form().locale();
        return replies.overtaken(
                attempt,
                new Replies.Change(
                        pages.standingAt(changed, seen, locale), pages.standing(changed, locale), numbers, there));
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

    private String wrong(String id, List<FieldError> errors, Submission form) {
        var use = found(id);
        return show(use, Forms.story(use, languages), form.typed(), errors, form.failed(422));
    }

    private String show(UseDocument use, Fields story, Fields other, List<FieldError> errors, Submission form) {
        return show(use, story, other, errors, form.locale(), form.model());
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
