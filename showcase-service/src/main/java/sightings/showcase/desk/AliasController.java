package sightings.showcase.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import sightings.dataset.Reference;
import sightings.event.AliasAdded;
import sightings.event.AliasRemoved;
import sightings.showcase.curation.AskedChecker;
import sightings.showcase.curation.Checked;
import sightings.showcase.curation.FieldError;
import sightings.showcase.curation.Fields;
import sightings.showcase.datasets.DatasetQueries;
import sightings.showcase.index.IndexAway;

/**
 * Adds and takes back aliases: {@code GET /desk/aliases/new} shows the form, filled from {@code dataset}, {@code kind}
 * and {@code value}; {@code POST /desk/aliases} adds one ({@code dataset}, {@code kind}, {@code value}, {@code since}),
 * {@code POST /desk/aliases/remove} takes one back. Both answer 302 to the dataset's page; wrong fields 422; while Kafka
 * or Elasticsearch is away 503 with a page that keeps what was typed.
 */
@Controller
class AliasController {

    private final AskedChecker checker;
    private final DatasetQueries datasets;
    private final Ask ask;
    private final Replies replies;
    private final Wording wording;

    AliasController(AskedChecker checker, DatasetQueries datasets, Ask ask, Replies replies, Wording wording) {
        this.checker = checker;
        this.datasets = datasets;
        this.ask = ask;
        this.replies = replies;
        this.wording = wording;
    }

    @GetMapping("/desk/aliases/new")
    String form(@RequestParam MultiValueMap<String, String> parameters, Locale locale, Model model) {
        return show(Forms.typed(parameters), List.of(), locale, model);
    }

    @PostMapping("/desk/aliases")
    String add(Submission form) {
        var attempt = attempt("add", "/desk/aliases", form);
        try {
            return switch (checked(form.typed())) {
                case Checked.Valid<AskedChecker.Alias>(var alias) ->
                    send(
                            attempt,
                            alias,
                            time -> new AliasAdded(
                                    alias.dataset(), alias.kind(), alias.value(), alias.since(), form.by(), time));
                case Checked.Invalid<AskedChecker.Alias>(var errors) -> wrong(errors, form);
            };
        } catch (IndexAway e) {
            return replies.keep(attempt);
        }
    }

    @PostMapping("/desk/aliases/remove")
    String remove(Submission form) {
        var attempt = attempt("remove", "/desk/aliases/remove", form);
        return switch (checker.checkAlias(form.typed())) {
            case Checked.Valid<AskedChecker.Alias>(var alias) ->
                send(
                        attempt,
                        alias,
                        time -> new AliasRemoved(alias.dataset(), alias.kind(), alias.value(), form.by(), time));
            case Checked.Invalid<AskedChecker.Alias>(var errors) -> wrong(errors, form);
        };
    }

    private static Attempt attempt(String action, String path, Submission form) {
        return new Attempt(action, "desk.alias.wanted." + action, path, "/desk/catalogue", form);
    }

    private String send(Attempt attempt, AskedChecker.Alias alias, Ask.Wish wish) {
        var form = attempt.form();
        return switch (ask.that(List.of(wish))) {
            case Result.NotSent _ -> replies.keep(attempt);
            case Result.Applied _, Result.BeingApplied _, Result.RefusedByFold _ ->
                form.goTo(
                        "/desk/catalogue/" + alias.dataset(),
                        Flash.said(wording.say(form.locale(), "desk.alias.saved." + attempt.action())));
        };
    }

    /** The alias that was typed; a dataset that the catalogue does not have is an error of its field. */
    private Checked<AskedChecker.Alias> checked(Fields typed) {
        var checked = checker.checkAlias(typed);
        if (checked instanceof Checked.Valid<AskedChecker.Alias>(var alias)
                && datasets.byId(alias.dataset()).isEmpty()) {
            return new Checked.Invalid<>(List.of(new FieldError(
                    "dataset",
                    "desk.error.unknown-dataset",
                    List.of(alias.dataset().value()))));
        }
        return checked;
    }

    private String wrong(List<FieldError> errors, Submission form) {
        form.failed(422);
        return show(form.typed(), errors, form.locale(), form.model());
    }

    private String show(Fields typed, List<FieldError> errors, Locale locale, Model model) {
        model.addAttribute("form", typed.values());
        model.addAttribute("errors", wording.say(locale, errors));
        model.addAttribute("kinds", Arrays.asList(Reference.Kind.values()));
        return "desk/alias-new";
    }
}
