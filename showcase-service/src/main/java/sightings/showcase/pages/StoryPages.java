package sightings.showcase.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sightings.city.CitySettings;
import sightings.dataset.DatasetId;
import sightings.event.UseType;
import sightings.showcase.datasets.DatasetDocument;
import sightings.showcase.datasets.DatasetQueries;
import sightings.showcase.live.LiveUses;
import sightings.showcase.uses.DatasetUse;
import sightings.showcase.uses.UseDocument;
import sightings.showcase.uses.UseQueries;
import sightings.showcase.web.Markdown;

/** Makes the page of a story out of its document. */
@Component
class StoryPages {

    private static final int SIGHTINGS_LOOKED_AT = 100;

    private final UseQueries uses;
    private final DatasetQueries datasets;
    private final StoryCards cards;
    private final StoryPlaces places;
    private final Markdown markdown;
    private final LiveUses live;
    private final Wording wording;
    private final CitySettings city;

    StoryPages(
            UseQueries uses,
            DatasetQueries datasets,
            StoryCards cards,
            StoryPlaces places,
            Markdown markdown,
            LiveUses live,
            Wording wording,
            CitySettings city) {
        this.uses = uses;
        this.datasets = datasets;
        this.cards = cards;
        this.places = places;
        this.markdown = markdown;
        this.live = live;
        this.wording = wording;
        this.city = city;
    }

    StoryPage of(UseDocument use, Locale locale) {
        var story = StoryCards.story(use);
        var language = locale.getLanguage();
        var card = cards.of(use, locale);
        var known = datasets.byIds(use.datasetIds());
        var out = Objects.requireNonNullElse(
                firstOf(use.about().homepage(), use.about().url()), city.site().toString());
        var maker = use.about().maker();
        var published = wording.day(locale, use.publishedAt());
        var updated = wording.day(locale, use.updatedAt());
        return new StoryPage(
                card,
                markdown.html(story.body().in(language)),
                story.body().languageIn(language),
                evidence(use, known, locale),
                out,
                WebLink.host(out),
                Objects.equals(out, use.about().url())
                        ? null
                        : WebLink.safe(use.about().url()),
                maker == null ? null : maker.name(),
                maker == null ? null : WebLink.safe(maker.url()),
                published,
                Objects.equals(published, updated) ? null : updated,
                wording.text(
                        locale,
                        "story.last-seen",
                        Objects.requireNonNull(wording.day(locale, use.lastSeen()), "Each use was seen once")),
                story.area() == null ? null : places.map(use, locale),
                live.of(use, locale),
                JsonLd.of(facts(use, card, known)));
    }

    private List<Evidence> evidence(UseDocument use, Map<DatasetId, DatasetDocument> known, Locale locale) {
        var where = new LinkedHashMap<DatasetId, @Nullable String>();
        // Strongest first, so the first place of a dataset is its best one.
        uses.sightings(use, SIGHTINGS_LOOKED_AT)
                .forEach(sighting -> where.putIfAbsent(
                        sighting.dataset(),
                        WebLink.safe(sighting.sighting().place().url())));
        return use.datasets().stream()
                .map(each -> new Evidence(
                        each.id().value(), title(each.id(), known), words(each, locale), where.get(each.id())))
                .toList();
    }

    private String words(DatasetUse use, Locale locale) {
        return use.grade() == null
                ? wording.text(locale, "evidence.STAFF")
                : wording.of(locale, "evidence", use.grade());
    }

    private static String title(DatasetId id, Map<DatasetId, DatasetDocument> known) {
        var dataset = known.get(id);
        return dataset == null ? id.value() : dataset.title();
    }

    private static @Nullable String firstOf(@Nullable String homepage, String url) {
        var safe = WebLink.safe(homepage);
        return safe == null ? WebLink.safe(url) : safe;
    }

    private Map<String, Object> facts(UseDocument use, StoryCard card, Map<DatasetId, DatasetDocument> known) {
        var site = city.site().toString().replaceAll("/+$", "");
        var facts = new LinkedHashMap<String, Object>();
        facts.put("@context", "https://schema.org");
        facts.put("@type", schema(StoryCards.story(use).type()));
        facts.put("@id", site + card.url());
        facts.put("name", card.title());
        facts.put("abstract", card.summary());
        facts.put("inLanguage", card.titleLanguage());
        facts.put("url", use.about().url());
        facts.put("image", site + card.picture());
        if (use.publishedAt() != null) {
            facts.put("datePublished", use.publishedAt().toString());
        }
        var area = StoryCards.story(use).area();
        if (area != null) {
            facts.put(
                    "spatialCoverage",
                    Map.of(
                            "@type", "Place",
                            "name", area.name(),
                            "geo",
                                    Map.of(
                                            "@type", "GeoCoordinates",
                                            "latitude", area.latitude(),
                                            "longitude", area.longitude())));
        }
        var basis = new ArrayList<Map<String, Object>>();
        use.datasetIds().forEach(id -> basis.add(dataset(site, id, known.get(id))));
        facts.put("isBasedOn", basis);
        return facts;
    }

    private static Map<String, Object> dataset(String site, DatasetId id, @Nullable DatasetDocument dataset) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("@type", "Dataset");
        facts.put("@id", site + "/datasets/" + id.value());
        if (dataset != null) {
            facts.put("name", dataset.title());
            facts.put("url", dataset.landingPage());
        }
        return facts;
    }

    private static String schema(UseType type) {
        return switch (type) {
            case APPLICATION, DASHBOARD, BOT -> "SoftwareApplication";
            case API_SERVICE -> "WebAPI";
            case LIBRARY -> "SoftwareSourceCode";
            case MAP -> "Map";
            case NEWS_ARTICLE -> "NewsArticle";
            case RESEARCH -> "ScholarlyArticle";
            case REPORT -> "Report";
            case TUTORIAL, CLASS_MATERIAL -> "LearningResource";
            case DERIVED_DATASET -> "Dataset";
            case VISUALIZATION, ART_OR_EDUCATION, INTERNAL_CITY_USE -> "CreativeWork";
        };
    }
}
