package sightings.showcase.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import sightings.event.SourceReported;
import sightings.event.SourceReported.State;
import sightings.evidence.SourceId;
import sightings.showcase.instructions.InstructionDocument;
import sightings.showcase.instructions.InstructionQueries;
import sightings.showcase.instructions.Instructions;
import sightings.showcase.sources.SourceQueries;

/** How the sources are: {@code GET /desk/sources}. What staff may ask of them is {@link SourceWishController}'s. */
@Controller
class SourceController {

    private final SourceQueries sources;
    private final InstructionQueries instructions;
    private final DeadLetterBox deadLetters;
    private final Wording wording;

    SourceController(
            SourceQueries sources, InstructionQueries instructions, DeadLetterBox deadLetters, Wording wording) {
        this.sources = sources;
        this.instructions = instructions;
        this.deadLetters = deadLetters;
        this.wording = wording;
    }

    /** One source, in words. */
    record Row(
            String source,
            String title,
            String kind,
            State state,
            String stateText,
            @Nullable String message,
            String lastRound,
            String nextRound,
            long items,
            long failures,
            String lag,
            Map<String, Long> counters,
            @Nullable Coverage coverage,
            boolean paused,
            boolean removable,
            @Nullable String lastWish) {

        /** Whether a look can be asked for: not while it is paused, or waits for a limit of the other side. */
        public boolean checkable() {
            return !paused && state != State.WAITING;
        }
    }

    @GetMapping("/desk/sources")
    String sources(Locale locale, Model model) {
        var reports = sources.all();
        var asked = instructions.instructions();
        var names = wording.names(
                asked.all().stream().map(InstructionDocument::by).distinct().toList());
        var removed = asked.feedsRemoved();
        List<Row> rows = reports.stream()
                .filter(report -> !removed.contains(report.source()))
                .map(report -> row(report, asked, lastWish(report.source(), asked, names, locale), locale))
                .toList();
        var reported = reports.stream().map(SourceReported::source).toList();
        model.addAttribute("rows", rows);
        model.addAttribute(
                "newFeeds",
                asked.feedsAdded().stream()
                        .filter(feed -> !reported.contains(feed))
                        .map(SourceId::value)
                        .sorted()
                        .toList());
        model.addAttribute("letters", deadLetters.count());
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", Map.of());
            model.addAttribute("errors", Map.of());
        }
        model.addAttribute(
                "needsToken",
                reports.stream()
                        .anyMatch(report ->
                                report.kind() == SourceReported.Kind.GITHUB && report.state() == State.NEEDS_SETTING));
        return "desk/sources";
    }

    private @Nullable String lastWish(
            SourceId source, Instructions asked, Map<sightings.event.PersonId, String> names, Locale locale) {
        return asked.lastAbout(source)
                .map(wish -> wording.say(
                        locale,
                        "desk.wish." + wish.act(),
                        wording.name(locale, names, wish.by()),
                        wording.moment(locale, wish.time())))
                .orElse(null);
    }

    private Row row(SourceReported report, Instructions asked, @Nullable String lastWish, Locale locale) {
        var last = report.lastRound();
        var next = report.nextRound();
        boolean paused = asked.paused().contains(report.source());
        return new Row(
                report.source().value(),
                report.title(),
                wording.say(locale, "desk.source.kind." + report.kind()),
                report.state(),
                wording.say(locale, "desk.source.state." + report.state()),
                report.message(),
                last == null ? wording.say(locale, "desk.source.never") : wording.moment(locale, last),
                next == null || paused ? "–" : wording.moment(locale, next),
                report.items(),
                report.failures(),
                lag(report.lagSeconds(), locale),
                report.counters(),
                Coverage.of(report.counters()).orElse(null),
                paused,
                asked.feedsAdded().contains(report.source()),
                lastWish);
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
