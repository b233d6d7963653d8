package sightings.ingest.asked;

import java.time.InstantSource;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sightings.dataset.Dataset;
import sightings.ingest.asked.Answer.Feed;
import sightings.ingest.asked.Answer.Item;
import sightings.ingest.asked.Answer.Line;
import sightings.ingest.catalogue.Catalogue;
import sightings.ingest.catalogue.CatalogueView;
import sightings.ingest.feeds.FeedItems;
import sightings.ingest.recognising.RuleSet;
import sightings.ingest.watching.Redactor;

/**
 * Answers why something is seen or not, by the code that sees: each kind of thing is read by its own watcher's reader and
 * then by the recogniser or the counting rules. It asks nobody outside and keeps nothing.
 */
@Component
class Answerer {

    private final CatalogueView view;
    private final LogLines logs;
    private final Places places;
    private final InstantSource clock;
    private final Reasons reasons = new Reasons();

    Answerer(CatalogueView view, LogLines logs, Places places, InstantSource clock) {
        this.view = view;
        this.logs = logs;
        this.places = places;
        this.clock = clock;
    }

    /** The answer. */
    Answer answer(Question question) {
        var catalogue = view.current();
        return switch (question.kind()) {
            case ADDRESS -> text(question, catalogue, places.of(question.text()));
            case TEXT -> text(question, catalogue, null);
            case LOG_LINE ->
                answer(catalogue, question.text().length(), logs.of(question.text(), portals(catalogue), catalogue));
            case FEED_ITEM -> answer(catalogue, question.text().length(), feed(question.text(), catalogue));
        };
    }

    private Answer text(Question question, Catalogue catalogue, Answer.@Nullable Place place) {
        var seen = PastedText.observed(question.path(), question.text(), clock.instant());
        var told = reasons.of(seen, catalogue);
        return new Answer(
                view.ready(),
                catalogue.version().value(),
                catalogue.datasets().size(),
                Integer.toString(RuleSet.NUMBER),
                seen.text().length(),
                seen.truncated(),
                told.as(),
                told.steps(),
                List.of(),
                null,
                place);
    }

    private Answer answer(Catalogue catalogue, int read, List<Line> lines) {
        return answer(catalogue, read, lines, null);
    }

    private Answer answer(Catalogue catalogue, int read, Feed feed) {
        return answer(catalogue, read, List.of(), feed);
    }

    private Answer answer(Catalogue catalogue, int read, List<Line> lines, @Nullable Feed feed) {
        return new Answer(
                view.ready(),
                catalogue.version().value(),
                catalogue.datasets().size(),
                Integer.toString(RuleSet.NUMBER),
                read,
                false,
                null,
                List.of(),
                lines,
                feed,
                null);
    }

    private static SortedSet<String> portals(Catalogue catalogue) {
        var portals = new TreeSet<String>();
        for (Dataset dataset : catalogue.datasets()) {
            portals.add(dataset.portal());
        }
        return portals;
    }

    private Feed feed(String text, Catalogue catalogue) {
        return switch (FeedItems.read(text, PastedText.DESK, clock.instant())) {
            case FeedItems.Unreadable(String reason) -> new Feed(null, Redactor.redact(reason), List.of(), List.of());
            case FeedItems.Items items ->
                new Feed(
                        items.format(),
                        null,
                        items.remarks().stream().map(Redactor::redact).toList(),
                        items.items().stream()
                                .map(item -> item(item, catalogue))
                                .toList());
        };
    }

    private Item item(FeedItems.Item item, Catalogue catalogue) {
        var link = item.link();
        return new Item(
                Redactor.redact(item.title()),
                item.publishedAt(),
                reasons.of(item.observation(), catalogue).steps(),
                link == null ? null : places.of(link));
    }
}
