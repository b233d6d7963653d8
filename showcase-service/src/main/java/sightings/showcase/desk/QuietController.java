package sightings.showcase.desk;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import sightings.city.CitySettings;
import sightings.dataset.DatasetId;
import sightings.showcase.datasets.DatasetDocument;
import sightings.showcase.datasets.DatasetQueries;
import sightings.showcase.index.Page;
import sightings.showcase.usage.UsageQueries;
import sightings.showcase.uses.UseQueries;

/** The datasets that nobody has asked for in a while: {@code GET /desk/catalogue/quiet}. */
@Controller
class QuietController {

    private static final int SIZE = 500;
    private static final int SHOWN = 200;

    private final DatasetQueries datasets;
    private final UsageQueries usage;
    private final UseQueries uses;
    private final CitySettings city;
    private final InstantSource clock;
    private final Wording wording;

    QuietController(
            DatasetQueries datasets,
            UsageQueries usage,
            UseQueries uses,
            CitySettings city,
            InstantSource clock,
            Wording wording) {
        this.datasets = datasets;
        this.usage = usage;
        this.uses = uses;
        this.city = city;
        this.clock = clock;
        this.wording = wording;
    }

    /** One dataset, in words. */
    record Row(String id, String title, @Nullable String publisher, String last, long uses) {}

    @GetMapping("/desk/catalogue/quiet")
    String quiet(Locale locale, Model model) {
        var today = LocalDate.ofInstant(clock.instant(), city.timeZone());
        var since = usage.countedSince().orElse(null);
        boolean early = since != null && QuietDatasets.isTooEarly(since, today);
        var quiet = since == null || early
                ? List.<QuietDatasets.Quiet>of()
                : QuietDatasets.of(catalogue(), usage.lastUsed(), today);
        var shown = quiet.stream().limit(SHOWN).toList();
        var published =
                uses.storiesOf(shown.stream().map(one -> one.dataset().id()).toList());
        model.addAttribute("weeks", QuietDatasets.WEEKS);
        model.addAttribute("since", since == null ? null : wording.date(locale, since));
        model.addAttribute("early", early);
        model.addAttribute("total", quiet.size());
        model.addAttribute(
                "rows",
                since == null
                        ? List.of()
                        : shown.stream()
                                .map(one -> row(one, since, published, locale))
                                .toList());
        return "desk/quiet";
    }

    private Row row(QuietDatasets.Quiet one, LocalDate since, Map<DatasetId, Long> published, Locale locale) {
        var last = one.last();
        return new Row(
                one.dataset().id().value(),
                one.dataset().title(),
                one.dataset().publisher(),
                last == null
                        ? wording.say(locale, "desk.quiet.never", wording.date(locale, since))
                        : wording.date(locale, last),
                published.getOrDefault(one.dataset().id(), 0L));
    }

    private List<DatasetDocument> catalogue() {
        var all = new ArrayList<DatasetDocument>();
        for (int page = 1; page <= Page.REACH / SIZE; page++) {
            var found = datasets.search(null, null, page, SIZE);
            all.addAll(found.items());
            if (page >= found.pages()) {
                break;
            }
        }
        return all;
    }
}
