package sightings.showcase.pages;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import sightings.showcase.datasets.DatasetQueries;
import sightings.showcase.entries.ProblemStatementFilter;
import sightings.showcase.entries.ProblemStatementQueries;
import sightings.showcase.uses.StoryFilter;
import sightings.showcase.uses.UseQueries;

/** The first page: stories, where they are, who makes them, what is still to be solved. */
@Controller
class HomeController {

    private static final int STORIES = 6;
    private static final int PROBLEMS = 4;

    private final UseQueries uses;
    private final DatasetQueries datasets;
    private final ProblemStatementQueries problems;
    private final StoryCards stories;
    private final StoryPlaces places;
    private final ProblemPages problemPages;
    private final UsagePanels panels;
    private final Wording wording;

    HomeController(
            UseQueries uses,
            DatasetQueries datasets,
            ProblemStatementQueries problems,
            StoryCards stories,
            StoryPlaces places,
            ProblemPages problemPages,
            UsagePanels panels,
            Wording wording) {
        this.uses = uses;
        this.datasets = datasets;
        this.problems = problems;
        this.stories = stories;
        this.places = places;
        this.problemPages = problemPages;
        this.panels = panels;
        this.wording = wording;
    }

    @GetMapping("/")
    String home(Locale locale, Model model) {
        var language = locale.getLanguage();
        var counts = uses.counts();
        var placed = places.all(locale);
        model.addAttribute("published", wording.number(locale, counts.published()));
        model.addAttribute("awaiting", wording.number(locale, counts.awaitingReview()));
        model.addAttribute("datasets", wording.number(locale, datasets.count()));
        model.addAttribute("open", wording.number(locale, problems.open()));
        model.addAttribute(
                "stories",
                stories.of(uses.stories(StoryFilter.all(language), 1, STORIES).items(), locale));
        model.addAttribute("places", placed);
        model.addAttribute("map", places.map(placed, locale));
        model.addAttribute("organisations", uses.powerUsers());
        model.addAttribute(
                "problems",
                problems.published(ProblemStatementFilter.open(language), 1, PROBLEMS).items().stream()
                        .map(each -> problemPages.card(each, locale))
                        .toList());
        model.addAttribute("usage", panels.headline(locale).orElse(null));
        return "pages/home";
    }
}
