package sightings.ingest.asked;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sightings.ingest.asked.Answer.Counted;
import sightings.ingest.asked.Answer.Line;
import sightings.ingest.asked.Answer.Request;
import sightings.ingest.asked.Answer.Step;
import sightings.ingest.catalogue.Catalogue;
import sightings.ingest.downloads.Accounting;
import sightings.ingest.downloads.LogExplainer;
import sightings.ingest.downloads.ReadLine;
import sightings.ingest.usage.Judgement;

/** Tells what the log watchers and the counting rules make of lines of a log. */
@Component
class LogLines {

    private static final int MOST_PORTALS = 5;

    private final LogExplainer logs;
    private final InstantSource clock;
    private final Reasons reasons = new Reasons();

    LogLines(LogExplainer logs, InstantSource clock) {
        this.logs = logs;
        this.clock = clock;
    }

    /**
     * Line by line.
     *
     * @param portals their hosts
     */
    List<Line> of(String text, Collection<String> portals, Catalogue catalogue) {
        return logs.explain(text).stream()
                .map(line -> line(line, portals, catalogue))
                .toList();
    }

    private Line line(ReadLine line, Collection<String> portals, Catalogue catalogue) {
        var rejected = line.rejected();
        var filter = line.filter();
        var request = line.request();
        return new Line(
                line.number(),
                line.log(),
                line.format(),
                rejected != null ? rejected.name() : filter == null ? Line.ACCEPTED : filter.name(),
                request == null ? null : request(request, catalogue),
                request == null || filter == Accounting.Filter.EXCLUDED ? List.of() : counted(request),
                request == null || request.dataset() != null
                        ? List.of()
                        : unknown(request.target(), portals, catalogue));
    }

    private static Request request(ReadLine.Request request, Catalogue catalogue) {
        var dataset = request.dataset();
        return new Request(
                request.method(),
                request.status(),
                request.path(),
                dataset == null ? null : dataset.value(),
                dataset == null
                        ? null
                        : catalogue.dataset(dataset).map(each -> each.title()).orElse(""),
                name(request.kind()),
                request.accessClass().name(),
                request.tool(),
                request.pattern(),
                request.site());
    }

    private static List<Counted> counted(ReadLine.Request request) {
        return request.dataset() == null
                ? List.of()
                : Judgement.of(request.method(), request.status(), request.accessClass()).stream()
                        .map(judgement -> new Counted(judgement.profile(), name(judgement.why())))
                        .toList();
    }

    /** A log names paths only: what the recogniser says of them at each portal tells what a dataset would have to have. */
    private List<Step> unknown(String target, Collection<String> portals, Catalogue catalogue) {
        var addresses = target.startsWith("/")
                ? portals.stream()
                        .limit(MOST_PORTALS)
                        .map(portal -> "https://" + portal + target)
                        .collect(Collectors.joining("\n"))
                : target;
        return reasons.of(PastedText.observed(null, addresses, clock.instant()), catalogue).steps().stream()
                .filter(step -> step.outcome() == Answer.Outcome.REFUSED)
                .toList();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
