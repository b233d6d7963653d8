package sightings.showcase.pages;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import sightings.event.ProblemStatement.Difficulty;
import sightings.showcase.entries.EntryStatus;
import sightings.showcase.entries.ProblemStatementFilter;
import sightings.showcase.entries.ProblemStatementQueries;
import sightings.showcase.web.MissingException;

/** What the city wants solved: the list, and each statement's page. */
@Controller
class ProblemController {

    private static final int SIZE = 15;

    private final ProblemStatementQueries problems;
    private final ProblemPages pages;

    ProblemController(ProblemStatementQueries problems, ProblemPages pages) {
        this.problems = problems;
        this.pages = pages;
    }

    @GetMapping("/problem-statements")
    String list(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable List<String> topic,
            @RequestParam @Nullable List<String> difficulty,
            @RequestParam @Nullable List<String> status,
            @RequestParam @Nullable List<String> dataset,
            @RequestParam @Nullable String page,
            Locale locale,
            Model model) {
        var filter = new ProblemStatementFilter(
                Asked.text(q),
                locale.getLanguage(),
                Asked.texts(topic),
                Asked.datasets(dataset),
                Asked.choices(Difficulty.class, difficulty),
                Asked.choices(EntryStatus.class, status).stream()
                        .filter(EntryStatus::isPublic)
                        .toList());
        var found = problems.published(filter, Asked.page(page, SIZE), SIZE);
        model.addAttribute("filter", filter);
        model.addAttribute("topics", problems.topics());
        model.addAttribute("total", found.total());
        model.addAttribute(
                "problems",
                found.items().stream().map(each -> pages.card(each, locale)).toList());
        model.addAttribute("pager", address(filter).links(found));
        model.addAttribute("narrowed", !filter.equals(ProblemStatementFilter.all(locale.getLanguage())));
        return "pages/problem-statements";
    }

    @GetMapping("/problem-statements/{number}")
    String problem(@PathVariable String number, Locale locale, Model model) {
        var document = problems.published(number).orElseThrow(() -> new MissingException(number));
        model.addAttribute("problem", pages.page(document, locale));
        return "pages/problem-statement";
    }

    private static ListAddress address(ProblemStatementFilter filter) {
        var parameters = Asked.parameters(filter.text());
        filter.topics().forEach(each -> parameters.add("topic", each));
        filter.difficulties().forEach(each -> parameters.add("difficulty", Asked.name(each)));
        filter.status().forEach(each -> parameters.add("status", Asked.name(each)));
        filter.datasets().forEach(each -> parameters.add("dataset", each.value()));
        return new ListAddress("/problem-statements", parameters);
    }
}
