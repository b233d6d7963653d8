package sightings.showcase.pages;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import sightings.city.CitySettings;
import sightings.event.SourceReported;
import sightings.showcase.datasets.DatasetQueries;
import sightings.showcase.entries.ProblemStatementQueries;
import sightings.showcase.sources.SourceQueries;
import sightings.showcase.uses.UseQueries;

/** How all this works, in plain words and live numbers. */
@Controller
class AboutController {

    private final UseQueries uses;
    private final DatasetQueries datasets;
    private final ProblemStatementQueries problems;
    private final SourceQueries sources;
    private final CitySettings city;
    private final Wording wording;

    AboutController(
            UseQueries uses,
            DatasetQueries datasets,
            ProblemStatementQueries problems,
            SourceQueries sources,
            CitySettings city,
            Wording wording) {
        this.uses = uses;
        this.datasets = datasets;
        this.problems = problems;
        this.sources = sources;
        this.city = city;
        this.wording = wording;
    }

    @GetMapping("/about")
    String about(Locale locale, Model model) {
        var counts = uses.counts();
        var reports = sources.all();
        var harvested = reports.stream()
                .filter(report -> report.kind() == SourceReported.Kind.CATALOGUE)
                .map(SourceReported::lastRound)
                .filter(Objects::nonNull)
                .max(Comparator.<Instant>naturalOrder());
        model.addAttribute("published", wording.number(locale, counts.published()));
        model.addAttribute("awaiting", wording.number(locale, counts.awaitingReview()));
        model.addAttribute("seen", wording.number(locale, counts.sightings()));
        model.addAttribute("datasets", wording.number(locale, datasets.count()));
        model.addAttribute("open", wording.number(locale, problems.open()));
        model.addAttribute("sources", wording.number(locale, reports.size()));
        model.addAttribute("harvested", wording.moment(locale, harvested.orElse(null)));
        model.addAttribute("howWeChoose", howWeChoose(locale));
        return "pages/about";
    }

    /** The city's own words, where it has some. */
    private @Nullable String howWeChoose(Locale locale) {
        var text = city.howWeChoose().get(locale.getLanguage());
        return text == null || text.isBlank() ? null : text;
    }
}
