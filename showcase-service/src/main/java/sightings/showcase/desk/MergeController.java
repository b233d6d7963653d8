package sightings.showcase.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import sightings.evidence.UseId;
import sightings.showcase.curation.FieldError;
import sightings.showcase.uses.UseDocument;
import sightings.showcase.uses.UseQueries;
import sightings.showcase.web.MissingException;

/**
 * Looks up another use that is the same thing: {@code GET /desk/uses/{id}/merge} with {@code with}, an id, the address of
 * its page here, or its own address. It shows both and which of them would survive, and its button sends what
 * {@link DeskController} merges by. What names no other use answers 422.
 */
@Controller
class MergeController {

    private static final int LONGEST = 2_000;
    private static final Pattern PAGE_OF_A_USE = Pattern.compile("/(?:desk/uses|stories)/([A-Za-z0-9-]{1,64})/?");

    private final UseQueries uses;
    private final UsePages pages;
    private final Wording wording;

    MergeController(UseQueries uses, UsePages pages, Wording wording) {
        this.uses = uses;
        this.pages = pages;
        this.wording = wording;
    }

    @GetMapping("/desk/uses/{id}/merge")
    String look(
            @PathVariable String id,
            @RequestParam(name = "with", defaultValue = "") String with,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var use = withId(id).orElseThrow(() -> new MissingException("use " + id));
        var typed = with.strip();
        var other = typed.isEmpty() || typed.length() > LONGEST ? Optional.<UseDocument>empty() : named(typed);
        var error = error(typed, use, other);
        if (error == null) {
            other.ifPresent(found -> model.addAttribute("twin", pages.twin(use, found, locale)));
        } else {
            response.setStatus(422);
        }
        model.addAttribute("use", pages.other(use, locale));
        model.addAttribute("form", Map.of("with", typed));
        model.addAttribute("errors", error == null ? Map.of() : wording.say(locale, List.of(error)));
        return "desk/merge";
    }

    private static @Nullable FieldError error(String typed, UseDocument use, Optional<UseDocument> other) {
        if (typed.isEmpty()) {
            return new FieldError("with", "desk.error.required", List.of());
        }
        if (other.isEmpty()) {
            return new FieldError("with", "desk.error.no-use", List.of());
        }
        return other.get().id().equals(use.id()) ? new FieldError("with", "desk.error.same-use", List.of()) : null;
    }

    private Optional<UseDocument> named(String typed) {
        if (DeskController.isId(typed)) {
            return withId(typed);
        }
        try {
            var address = new URI(typed);
            var page = PAGE_OF_A_USE.matcher(String.valueOf(address.getPath()));
            var here = page.matches() ? withId(page.group(1)) : Optional.<UseDocument>empty();
            return here.isPresent() || address.getHost() == null ? here : uses.at(address);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private Optional<UseDocument> withId(String id) {
        return DeskController.isId(id) ? pages.fresh(new UseId(id)) : Optional.empty();
    }
}
