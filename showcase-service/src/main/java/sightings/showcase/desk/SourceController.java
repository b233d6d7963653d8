package sightings.showcase.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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
import sightings.showcase.instructions.Revisions;
import sightings.showcase.uses.UseQueries;

/** How the sources are: {@code GET /desk/sources}. What staff may ask of them is {@link SourceWishController}'s. */
@Controller
class SourceController {

    private static final int MOST_CHANGES = 20;
    /** Each change is told by every partition of the observations. */
    private static final int MOST_REVISIONS = 50 * MOST_CHANGES;

    private final Feeds feeds;
    private final InstructionQueries instructions;
    private final UseQueries uses;
    private final Counters counters;
    private final FileRows files;
    private final DeadLetterBox deadLetters;
    private final Wording wording;

    SourceController(
            Feeds feeds,
            InstructionQueries instructions,
            UseQueries uses,
            Counters counters,
            FileRows files,
            DeadLetterBox deadLetters,
            Wording wording) {
        this.feeds = feeds;
        this.instructions = instructions;
        this.uses = uses;
        this.counters = counters;
        this.files = files;
        this.deadLetters = deadLetters;
        this.wording = wording;
    }

    /**
     * One source, in words. Where all is well and a meter says how complete it is, the source's message, which would say it
     * once more, is left out.
     */
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
            long finds,
            List<Counters.Counter> counters,
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
        var asked = instructions.instructions();
        var watched = feeds.now(asked);
        var reports = watched.shown();
        var names = wording.names(
                asked.all().stream().map(InstructionDocument::by).distinct().toList());
        var finds = uses.findsBySource();
        List<Row> rows = reports.stream()
                .map(report -> row(
                        report,
                        watched,
                        finds.getOrDefault(report.source().value(), 0L),
                        lastWish(report.source(), asked, names, locale),
                        locale))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("files", files.of(reports, locale));
        model.addAttribute(
                "newFeeds",
                watched.silent().stream().map(SourceId::value).sorted().toList());
        model.addAttribute(
                "changes",
                instructions.lastRevisions(MOST_REVISIONS).changes(MOST_CHANGES).stream()
                        .map(change -> change(change, locale))
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

    /** What reading kept observations again changed, in words. */
    record ChangeRow(String when, String cause, long gained, long lost) {}

    private ChangeRow change(Revisions.Change change, Locale locale) {
        return new ChangeRow(
                wording.moment(locale, change.time()),
                change.causes().stream()
                        .sorted()
                        .map(cause -> wording.say(locale, "desk.changes.cause." + cause))
                        .collect(Collectors.joining(", ")),
                change.gained(),
                change.lost());
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

    private Row row(SourceReported report, WatchedFeeds watched, long finds, @Nullable String lastWish, Locale locale) {
        var coverage = Coverage.of(report.counters()).orElse(null);
        var last = report.lastRound();
        var next = report.nextRound();
        boolean paused = watched.asked().paused().contains(report.source());
        return new Row(
                report.source().value(),
                report.title(),
                wording.say(locale, "desk.source.kind." + report.kind()),
                report.state(),
                wording.say(locale, "desk.source.state." + report.state()),
                coverage != null && report.state() == State.OK ? null : report.message(),
                last == null ? wording.say(locale, "desk.source.never") : wording.moment(locale, last),
                next == null || paused ? "–" : wording.moment(locale, next),
                report.items(),
                report.failures(),
                lag(report.lagSeconds(), locale),
                finds,
                counters.of(report.counters(), coverage != null, locale),
                coverage,
                paused,
                watched.isRemovable(report.source()),
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
