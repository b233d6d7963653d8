package sightings.showcase.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import sightings.dataset.DatasetId;
import sightings.event.PersonId;
import sightings.evidence.UseId;
import sightings.showcase.curation.AddUse;
import sightings.showcase.curation.Checked;
import sightings.showcase.curation.Curator;
import sightings.showcase.curation.FieldError;
import sightings.showcase.curation.Fields;
import sightings.showcase.curation.UseChecker;
import sightings.showcase.datasets.DatasetQueries;
import sightings.showcase.index.IndexAway;
import sightings.showcase.uses.InboxFilter;
import sightings.showcase.uses.UseDocument;
import sightings.showcase.uses.UseQueries;

/**
 * Adds a use that no watcher found: {@code GET} and {@code POST /desk/uses/new} with {@code address}, {@code title},
 * {@code datasets} (ids parted by {@code ;}), {@code note}. With {@code find} it looks datasets up by {@code words} and
 * changes nothing. An address that is known already gets the datasets as further finds.
 */
@Controller
class AddUseController {

    private static final int CHOICES = 12;

    private final Curator curator;
    private final UseChecker checker;
    private final UseQueries uses;
    private final DatasetQueries datasets;
    private final Decisions decisions;
    private final Replies replies;
    private final Wording wording;

    AddUseController(
            Curator curator,
            UseChecker checker,
            UseQueries uses,
            DatasetQueries datasets,
            Decisions decisions,
            Replies replies,
            Wording wording) {
        this.curator = curator;
        this.checker = checker;
        this.uses = uses;
        this.datasets = datasets;
        this.decisions = decisions;
        this.replies = replies;
        this.wording = wording;
    }

    @GetMapping("/desk/uses/new")
    String form(@RequestParam(defaultValue = "") String words, Locale locale, Model model) {
        return show(new Fields(Map.of("words", words)), List.of(), locale, model);
    }

    @PostMapping("/desk/uses/new")
    String add(Submission form) {
        if (form.typed().values().containsKey("find")) {
            return show(form.typed(), List.of(), form.locale(), form.model());
        }
        var attempt = new Attempt("add", "desk.wanted.add", "/desk/uses/new", "/desk", form);
        try {
            return switch (checked(form.typed(), form.by())) {
                case Checked.Valid<AddUse>(var command) -> add(attempt, command);
                case Checked.Invalid<AddUse>(var errors) -> {
                    form.failed(422);
                    yield show(form.typed(), errors, form.locale(), form.model());
                }
            };
        } catch (IndexAway e) {
            return replies.keep(attempt);
        }
    }

    private String add(Attempt attempt, AddUse command) {
        var known = known(command);
        var finds = known.map(use -> curator.stated(use.about(), command)).orElseGet(() -> curator.add(command));
        return switch (decisions.state(finds)) {
            case Result.NotSent _ -> replies.keep(attempt);
            case Result.BeingApplied _ -> replies.beingApplied(attempt, "/desk");
            case Result.Applied _, Result.RefusedByFold _ -> {
                var said = known.isPresent() ? "desk.flash.known" : "desk.flash.added";
                yield attempt.form()
                        .goTo(
                                "/desk/uses/" + finds.getLast().use().value(),
                                Flash.said(wording.say(attempt.form().locale(), said)));
            }
        };
    }

    /** The use at this address, under its own id or, as with a repository, under another one. */
    private Optional<UseDocument> known(AddUse command) {
        var address = Curator.subjectOf(command.address());
        return uses.byId(UseId.of(address))
                .map(versioned -> versioned.document())
                .or(() -> uses
                        .inbox(
                                new InboxFilter(
                                        List.of(),
                                        command.address().toString(),
                                        null,
                                        null,
                                        null,
                                        null,
                                        InboxFilter.Sort.SCORE),
                                1,
                                CHOICES)
                        .items()
                        .stream()
                        .filter(use -> isAt(use, address.value()))
                        .findFirst());
    }

    private static boolean isAt(UseDocument use, String address) {
        var url = Links.safe(use.about().url());
        return url != null
                && Curator.subjectOf(java.net.URI.create(url)).value().equalsIgnoreCase(address);
    }

    private Checked<AddUse> checked(Fields typed, PersonId by) {
        var checked = checker.checkAddition(typed, by);
        if (checked instanceof Checked.Valid<AddUse>(var command)) {
            var unknown = new ArrayList<DatasetId>(command.datasets());
            unknown.removeAll(datasets.byIds(command.datasets()).keySet());
            if (!unknown.isEmpty()) {
                return new Checked.Invalid<>(List.of(new FieldError(
                        "datasets",
                        "desk.error.unknown-dataset",
                        List.of(unknown.getFirst().value()))));
            }
        }
        return checked;
    }

    private String show(Fields typed, List<FieldError> errors, Locale locale, Model model) {
        var words = typed.line("words");
        model.addAttribute("form", typed.values());
        model.addAttribute("errors", wording.say(locale, errors));
        model.addAttribute("words", words);
        model.addAttribute(
                "choices",
                words.isEmpty()
                        ? List.of()
                        : datasets.search(words, null, 1, CHOICES).items().stream()
                                .map(dataset -> new Choice(dataset.id().value(), dataset.title()))
                                .toList());
        return "desk/use-new";
    }

    /** A dataset that can be ticked. */
    record Choice(String id, String title) {}
}
