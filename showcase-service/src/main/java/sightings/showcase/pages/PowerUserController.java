package sightings.showcase.pages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import sightings.showcase.uses.PowerUser;
import sightings.showcase.uses.UseQueries;

/** Organisations that use the city's data again and again. Never a person, never in an order of merit. */
@Controller
class PowerUserController {

    private static final int STORIES = 6;
    private static final int DATASETS = 8;

    private final UseQueries uses;
    private final StoryCards stories;
    private final DatasetCards datasets;
    private final Wording wording;

    PowerUserController(UseQueries uses, StoryCards stories, DatasetCards datasets, Wording wording) {
        this.uses = uses;
        this.stories = stories;
        this.datasets = datasets;
        this.wording = wording;
    }

    @GetMapping("/power-users")
    String powerUsers(Locale locale, Model model) {
        model.addAttribute(
                "organisations",
                uses.powerUsers().stream().map(each -> card(each, locale)).toList());
        return "pages/power-users";
    }

    private PowerUserCard card(PowerUser organisation, Locale locale) {
        List<StoryCard> shown = organisation.uses().stream()
                .limit(STORIES)
                .map(uses::story)
                .flatMap(Optional::stream)
                .map(use -> stories.of(use, locale))
                .toList();
        return new PowerUserCard(
                organisation.name(),
                WebLink.safe(organisation.url()),
                wording.day(locale, organisation.since()),
                organisation.uses().size(),
                organisation.datasets().size(),
                shown,
                datasets.byIds(organisation.datasets().stream().limit(DATASETS).toList()));
    }
}
