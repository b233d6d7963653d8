package sightings.showcase.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import sightings.showcase.curation.FieldError;
import sightings.showcase.curation.Fields;

/**
 * "Why do we (not) see this?": {@code GET} and {@code POST /desk/why} with {@code as} ({@code address}, {@code text},
 * {@code log_line}, {@code feed_item}), {@code path} and {@code text} (at most 100,000 characters). Nothing is stored.
 * While ingest is away the page says so, with 503, and keeps what was pasted.
 */
@Controller
class WhyController {

    private static final List<String> KINDS = List.of("ADDRESS", "TEXT", "LOG_LINE", "FEED_ITEM");
    private static final int MOST = 100_000;

    private final Ingest ingest;
    private final WhyPages pages;
    private final Wording wording;

    WhyController(Ingest ingest, WhyPages pages, Wording wording) {
        this.ingest = ingest;
        this.pages = pages;
        this.wording = wording;
    }

    @GetMapping("/desk/why")
    String form(Locale locale, Model model) {
        return show(new Fields(Map.of("as", "TEXT")), List.of(), locale, model);
    }

    @PostMapping("/desk/why")
    String why(Submission form) {
        var typed = form.typed();
        var locale = form.locale();
        var kind = typed.line("as").toUpperCase(Locale.ROOT);
        var text = typed.text("text");
        var error = text.isEmpty()
                ? new FieldError("text", "desk.error.required", List.of())
                : text.length() > MOST
                        ? new FieldError("text", "desk.error.too-long", List.of(MOST, text.length()))
                        : KINDS.contains(kind) ? null : new FieldError("as", "desk.error.choose", List.of());
        if (error != null) {
            return show(typed, List.of(error), locale, form.failed(422).model());
        }
        switch (ingest.why(kind, typed.line("path"), text)) {
            case Why.Answered answer -> form.model().addAttribute("answer", pages.of(answer, locale));
            case Why.Away away -> {
                var said = wording.say(locale, away.tooLarge() ? "desk.why.large" : "desk.why.away");
                form.failed(away.tooLarge() ? 422 : 503).model().addAttribute("away", said);
            }
        }
        return show(typed, List.of(), locale, form.model());
    }

    private String show(Fields typed, List<FieldError> errors, Locale locale, Model model) {
        model.addAttribute("form", typed.values());
        model.addAttribute("errors", wording.say(locale, errors));
        model.addAttribute("kinds", KINDS);
        return "desk/why";
    }
}
