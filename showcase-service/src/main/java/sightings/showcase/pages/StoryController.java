package sightings.showcase.pages;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import sightings.event.UseType;
import sightings.evidence.UseId;
import sightings.showcase.datasets.DatasetQueries;
import sightings.showcase.index.Versioned;
import sightings.showcase.uses.StoryFacets.Facet;
import sightings.showcase.uses.StoryFilter;
import sightings.showcase.uses.UseDocument;
import sightings.showcase.uses.UseQueries;
import sightings.showcase.web.GoneException;
import sightings.showcase.web.Languages;
import sightings.showcase.web.MissingException;
import sightings.showcase.web.MovedException;

/** The list of stories, and each one's page and picture. */
@Controller
class StoryController {

    private static final int SIZE = 12;
    private static final int RELATED = 3;
    private static final String PICTURE = "/picture.svg";
    private static final Duration PICTURE_KEPT = Duration.ofSeconds(60);

    private final UseQueries uses;
    private final DatasetQueries datasets;
    private final StoryCards cards;
    private final StoryPages pages;
    private final CityBoundaries boundaries;
    private final Wording wording;
    private final Languages languages;

    StoryController(
            UseQueries uses,
            DatasetQueries datasets,
            StoryCards cards,
            StoryPages pages,
            CityBoundaries boundaries,
            Wording wording,
            Languages languages) {
        this.uses = uses;
        this.datasets = datasets;
        this.cards = cards;
        this.pages = pages;
        this.boundaries = boundaries;
        this.wording = wording;
        this.languages = languages;
    }

    @GetMapping("/stories")
    String list(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable List<String> type,
            @RequestParam @Nullable List<String> topic,
            @RequestParam @Nullable List<String> dataset,
            @RequestParam @Nullable List<String> area,
            @RequestParam @Nullable String page,
            Locale locale,
            Model model) {
        var filter = new StoryFilter(
                Asked.text(q),
                locale.getLanguage(),
                Asked.choices(UseType.class, type),
                Asked.texts(topic),
                Asked.datasets(dataset),
                Asked.texts(area));
        var address = address(filter);
        var found = uses.stories(filter, Asked.page(page, SIZE), SIZE);
        model.addAttribute("q", filter.text());
        model.addAttribute("total", found.total());
        model.addAttribute("stories", cards.of(found.items(), locale));
        model.addAttribute("pager", address.links(found));
        model.addAttribute("facets", facets(filter, address, locale));
        model.addAttribute("narrowed", !filter.equals(StoryFilter.all(locale.getLanguage())));
        model.addAttribute("parameters", address.parameters());
        return "pages/stories";
    }

    @GetMapping("/stories/{id}")
    String story(@PathVariable String id, Locale locale, Model model) {
        var use = published(id, "");
        model.addAttribute("story", pages.of(use, locale));
        model.addAttribute("related", cards.of(uses.related(use, RELATED), locale));
        return "pages/story";
    }

    @GetMapping("/stories/{id}" + PICTURE)
    ResponseEntity<String> picture(@PathVariable String id) {
        var drawn = cards.picture(published(id, PICTURE), languages.first()).draw(boundaries.boundaries());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("image/svg+xml;charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(PICTURE_KEPT).cachePublic())
                .eTag('"' + DigestUtils.md5DigestAsHex(drawn.getBytes(java.nio.charset.StandardCharsets.UTF_8)) + '"')
                .body(drawn);
    }

    /** The story; what was public and is told by another story now is found there. */
    private UseDocument published(String id, String rest) {
        var use = new UseId(id);
        return uses.story(use).orElseThrow(() -> {
            var once = uses.byId(use).map(Versioned::document).filter(each -> each.story() != null);
            var told = once.map(UseDocument::into).flatMap(uses::story);
            if (told.isPresent()) {
                return new MovedException("/stories/" + told.get().id().value() + rest);
            }
            return once.isPresent() ? new GoneException(id) : new MissingException(id);
        });
    }

    private static ListAddress address(StoryFilter filter) {
        var parameters = Asked.parameters(filter.text());
        filter.types().forEach(each -> parameters.add("type", Asked.name(each)));
        filter.topics().forEach(each -> parameters.add("topic", each));
        filter.datasets().forEach(each -> parameters.add("dataset", each.value()));
        filter.areas().forEach(each -> parameters.add("area", each));
        return new ListAddress("/stories", parameters);
    }

    private List<FacetGroup> facets(StoryFilter filter, ListAddress address, Locale locale) {
        var found = uses.facets(filter);
        var titles = datasets.byIds(found.datasets().stream().map(Facet::value).toList());
        return List.of(
                        group("type", found.types(), Asked::name, each -> wording.of(locale, "type", each), address),
                        group("area", found.areas(), each -> each, each -> each, address),
                        group("topic", found.topics(), each -> each, each -> each, address),
                        group(
                                "dataset",
                                found.datasets(),
                                each -> each.value(),
                                each -> titles.containsKey(each)
                                        ? Objects.requireNonNull(titles.get(each))
                                                .title()
                                        : each.value(),
                                address))
                .stream()
                .filter(group -> !group.choices().isEmpty())
                .toList();
    }

    private static <T> FacetGroup group(
            String name,
            List<Facet<T>> facets,
            Function<T, String> value,
            Function<T, String> label,
            ListAddress address) {
        return new FacetGroup(
                name,
                facets.stream()
                        .map(facet -> new FacetGroup.Choice(
                                label.apply(facet.value()),
                                facet.count(),
                                address.toggled(name, value.apply(facet.value())),
                                address.has(name, value.apply(facet.value()))))
                        .toList());
    }
}
