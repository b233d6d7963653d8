package sightings.showcase.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
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
    private final UnsentPages unsent;
    private final Wording wording;

    AliasController(AskedChecker checker, DatasetQueries datasets, Ask ask, UnsentPages unsent, Wording wording) {
        this.checker = checker;
        this.datasets = datasets;
        this.ask = ask;
        this.unsent = unsent;
        this.wording = wording;
    }

    @GetMapping("/desk/aliases/new")
    String form(@RequestParam MultiValueMap<String, String> parameters, Locale locale, Model model) {
        return show(Forms.typed(parameters), List.of(), locale, model);
    }

    @PostMapping("/desk/aliases")
    String add(
            @RequestParam MultiValueMap<String, String> parameters,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        var typed = Forms.typed(parameters);
        try {
            return switch (checked(typed)) {
                case Checked.Valid<AskedChecker.Alias>(var alias) -> {
                    var by = Staff.id(principal);
                    Ask.Wish added = time ->
                            new AliasAdded(alias.dataset(), alias.kind(), alias.value(), alias.since(), by, time);
                    yield send(alias, added, "add", "/desk/aliases", typed, locale, model, redirect, response);
                }
                case Checked.Invalid<AskedChecker.Alias>(var errors) -> {
                    response.setStatus(422);
                    yield show(typed, errors, locale, model);
                }
            };
        } catch (IndexAway e) {
            return keep("add", "/desk/aliases", typed, locale, model, response);
        }
    }

    @PostMapping("/desk/aliases/remove")
    String remove(
            @RequestParam MultiValueMap<String, String> parameters,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        var typed = Forms.typed(parameters);
        return switch (checker.checkAlias(typed)) {
            case Checked.Valid<AskedChecker.Alias>(var alias) -> {
                var by = Staff.id(principal);
                Ask.Wish removed = time -> new AliasRemoved(alias.dataset(), alias.kind(), alias.value(), by, time);
                yield send(alias, removed, "remove", "/desk/aliases/remove", typed, locale, model, redirect, response);
            }
            case Checked.Invalid<AskedChecker.Alias>(var errors) -> {
                response.setStatus(422);
                yield show(typed, errors, locale, model);
            }
        };
    }

    private String send(
            AskedChecker.Alias alias,
            Ask.Wish wish,
            String wanted,
            String action,
            Fields typed,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return switch (ask.that(List.of(wish))) {
            case Result.NotSent _ -> keep(wanted, action, typed, locale, model, response);
            case Result.Applied _, Result.BeingApplied _, Result.RefusedByFold _ -> {
                redirect.addFlashAttribute("flash", Flash.said(wording.say(locale, "desk.alias.saved." + wanted)));
                yield "redirect:/desk/catalogue/" + alias.dataset();
            }
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

    private String keep(
            String wanted, String action, Fields typed, Locale locale, Model model, HttpServletResponse response) {
        response.setStatus(503);
        model.addAttribute(
                "unsent",
                unsent.away(
                        wording.say(locale, "desk.alias.wanted." + wanted), action, "/desk/catalogue", typed, locale));
        return "desk/unsent";
    }

    private String show(Fields typed, List<FieldError> errors, Locale locale, Model model) {
        model.addAttribute("form", typed.values());
        model.addAttribute("errors", wording.say(locale, errors));
        model.addAttribute("kinds", Arrays.asList(Reference.Kind.values()));
        return "desk/alias-new";
    }
}
