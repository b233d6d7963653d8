package sightings.showcase.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import sightings.event.SourceReported;
import sightings.showcase.sources.SourceQueries;

/** How the sources are: {@code GET /desk/sources}. */
@Controller
class SourceController {

    private final SourceQueries sources;
    private final Wording wording;

    SourceController(SourceQueries sources, Wording wording) {
        this.sources = sources;
        this.wording = wording;
    }

    /** One source, in words. */
    record Row(
            String title,
            String kind,
            SourceReported.State state,
            String stateText,
            @Nullable String message,
            String lastRound,
            String nextRound,
            long items,
            long failures,
            String lag,
            Map<String, Long> counters) {}

    @GetMapping("/desk/sources")
    String sources(Locale locale, Model model) {
        List<Row> rows =
                sources.all().stream().map(report -> row(report, locale)).toList();
        model.addAttribute("rows", rows);
        model.addAttribute(
                "needsToken",
                sources.all().stream()
                        .anyMatch(report -> report.kind() == SourceReported.Kind.GITHUB
                                && report.state() == SourceReported.State.NEEDS_SETTING));
        return "desk/sources";
    }

    private Row row(SourceReported report, Locale locale) {
        var last = report.lastRound();
        var next = report.nextRound();
        return new Row(
                report.title(),
                wording.say(locale, "desk.source.kind." + report.kind()),
                report.state(),
                wording.say(locale, "desk.source.state." + report.state()),
                report.message(),
                last == null ? wording.say(locale, "desk.source.never") : wording.moment(locale, last),
                next == null ? "–" : wording.moment(locale, next),
                report.items(),
                report.failures(),
                lag(report.lagSeconds(), locale),
                report.counters());
    }

    private String lag(long seconds, Locale locale) {
        if (seconds < 0) {
            return "–";
        }
        return seconds < 120
                ? wording.say(locale, "desk.lag.seconds", seconds)
                : seconds < 7_200
                        ? wording.say(locale, "desk.lag.minutes", seconds / 60)
                        : wording.say(locale, "desk.lag.hours", seconds / 3_600);
    }
}
