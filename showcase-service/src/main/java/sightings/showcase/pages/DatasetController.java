package sightings.showcase.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import sightings.city.CitySettings;
import sightings.dataset.DatasetId;
import sightings.showcase.datasets.DatasetDocument;
import sightings.showcase.datasets.DatasetQueries;
import sightings.showcase.uses.StoryFilter;
import sightings.showcase.uses.UseQueries;
import sightings.showcase.web.MissingException;

/** The list of datasets, and each one's page: who uses it, and how much. */
@Controller
class DatasetController {

    private static final int SIZE = 25;
    private static final int MOST = 6;
    private static final int STORIES = 24;

    private final DatasetQueries datasets;
    private final UseQueries uses;
    private final DatasetCards cards;
    private final StoryCards stories;
    private final UsagePanels panels;
    private final Wording wording;
    private final CitySettings city;

    DatasetController(
            DatasetQueries datasets,
            UseQueries uses,
            DatasetCards cards,
            StoryCards stories,
            UsagePanels panels,
            Wording wording,
            CitySettings city) {
        this.datasets = datasets;
        this.uses = uses;
        this.cards = cards;
        this.stories = stories;
        this.panels = panels;
        this.wording = wording;
        this.city = city;
    }

    @GetMapping("/datasets")
    String list(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String category,
            @RequestParam @Nullable String page,
            Locale locale,
            Model model) {
        var text = Asked.text(q);
        var chosen = Asked.text(category);
        var found = datasets.search(text, chosen, Asked.page(page, SIZE), SIZE);
        var parameters = Asked.parameters(text);
        if (chosen != null) {
            parameters.add("category", chosen);
        }
        boolean front = text == null && chosen == null && found.number() == 1;
        model.addAttribute("q", text);
        model.addAttribute("category", chosen);
        model.addAttribute("categories", datasets.categories());
        model.addAttribute("total", found.total());
        model.addAttribute("datasets", cards.of(found.items()));
        model.addAttribute("pager", new ListAddress("/datasets", parameters).links(found));
        model.addAttribute("mostStories", front ? cards.mostStories(MOST) : List.of());
        model.addAttribute("mostUsed", front ? cards.mostUsed(MOST, locale) : List.of());
        return "pages/datasets";
    }

    @GetMapping("/datasets/{id}")
    String dataset(@PathVariable String id, Locale locale, Model model) {
        if (!DatasetId.isValid(id)) {
            throw new MissingException(id);
        }
        var document = datasets.byId(new DatasetId(id)).orElseThrow(() -> new MissingException(id));
        var published = uses.stories(StoryFilter.using(document.id(), locale.getLanguage()), 1, STORIES);
        var shown = stories.of(published.items(), locale);
        model.addAttribute("dataset", page(document, shown, locale));
        model.addAttribute("stories", shown);
        model.addAttribute("total", published.total());
        model.addAttribute("panels", panels.of(document.id(), locale));
        return "pages/dataset";
    }

    private DatasetPage page(DatasetDocument document, List<StoryCard> shown, Locale locale) {
        var gone = document.goneSince();
        return new DatasetPage(
                document.id().value(),
                document.title(),
                document.description(),
                WebLink.safe(document.landingPage()),
                document.category(),
                document.publisher(),
                document.licence(),
                WebLink.safe(document.licence()),
                wording.day(locale, document.updatedAt()),
                gone == null ? null : wording.day(locale, gone),
                document.downloads().stream()
                        .filter(download -> WebLink.safe(download.url()) != null)
                        .toList(),
                JsonLd.of(facts(document, shown)));
    }

    private Map<String, Object> facts(DatasetDocument document, List<StoryCard> shown) {
        var site = city.site().toString().replaceAll("/+$", "");
        var facts = new LinkedHashMap<String, Object>();
        facts.put("@context", "https://schema.org");
        facts.put("@type", "Dataset");
        facts.put("@id", site + "/datasets/" + document.id().value());
        facts.put("name", document.title());
        facts.put("identifier", document.id().value());
        facts.put("url", document.landingPage());
        if (document.description() != null) {
            facts.put("description", document.description());
        }
        if (document.licence() != null) {
            facts.put("license", document.licence());
        }
        facts.put(
                "distribution",
                document.downloads().stream()
                        .map(download -> Map.of(
                                "@type", "DataDownload",
                                "encodingFormat", download.format(),
                                "contentUrl", download.url()))
                        .toList());
        facts.put(
                "workExample",
                shown.stream()
                        .map(story -> Map.of("@type", "CreativeWork", "@id", site + story.url(), "name", story.title()))
                        .toList());
        return facts;
    }
}
