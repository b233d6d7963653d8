package sightings.showcase.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import sightings.dataset.DatasetId;
import sightings.event.SourceReported;
import sightings.showcase.sources.SourceQueries;
import sightings.showcase.uses.InboxFilter;
import sightings.showcase.uses.UseQueries;
import sightings.showcase.uses.UseStatus;

/**
 * The inbox: {@code GET /desk} with {@code status} (discovered, published, rejected), {@code q}, {@code dataset},
 * {@code source} (github, feed, log, desk), {@code sort} (score, newest, recent) and {@code page}. What cannot be read
 * is taken as not given.
 */
@Controller
class InboxController {

    static final List<String> SOURCES = List.of("github", "feed", "log", "desk");

    private static final int SIZE = 25;
    private static final int MOST_PAGES = 400;

    private final UseQueries uses;
    private final SourceQueries sources;
    private final UsePages pages;
    private final Visit visit;

    InboxController(UseQueries uses, SourceQueries sources, UsePages pages, Visit visit) {
        this.uses = uses;
        this.sources = sources;
        this.pages = pages;
        this.visit = visit;
    }

    @GetMapping("/desk")
    String inbox(
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String dataset,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "1") String page,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        var since = visit.since(request, response);
        var text = q.strip().substring(0, Math.min(200, q.strip().length()));
        var id = DatasetId.isValid(dataset.strip()) ? new DatasetId(dataset.strip()) : null;
        var kind = SOURCES.contains(source) ? source : null;
        var chosen = one(UseStatus.class, status, UseStatus.DISCOVERED);
        var order = one(InboxFilter.Sort.class, sort, InboxFilter.Sort.SCORE);
        var found = uses.inbox(
                new InboxFilter(List.of(chosen), text.isEmpty() ? null : text, id, kind, null, null, order),
                number(page),
                SIZE);
        // The list is searched, and may be half a second behind a decision that was just applied.
        var decided = model.getAttribute("decided");
        var shown = found.items().stream()
                .filter(use -> !use.id().value().equals(decided))
                .toList();
        var rows = pages.rows(shown, since, locale);
        model.addAttribute(
                "inbox",
                new InboxPage(
                        rows,
                        found.total(),
                        found.number(),
                        found.pages(),
                        uses.counts().awaitingReview(),
                        rows.stream().filter(InboxPage.Row::isNew).count(),
                        chosen,
                        text,
                        id == null ? "" : id.value(),
                        Objects.requireNonNullElse(kind, ""),
                        order,
                        needsToken()));
        model.addAttribute("sourceKinds", SOURCES);
        return "desk/inbox";
    }

    private boolean needsToken() {
        return sources.all().stream()
                .anyMatch(report -> report.kind() == SourceReported.Kind.GITHUB
                        && report.state() == SourceReported.State.NEEDS_SETTING);
    }

    private static int number(String page) {
        return page.matches("\\d{1,4}") ? Math.clamp(Integer.parseInt(page), 1, MOST_PAGES) : 1;
    }

    private static <E extends Enum<E>> E one(Class<E> choices, @Nullable String text, E otherwise) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equalsIgnoreCase(text))
                .findFirst()
                .orElse(otherwise);
    }
}
