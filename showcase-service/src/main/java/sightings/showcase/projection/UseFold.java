package sightings.showcase.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.event.RejectReason;
import sightings.event.SightingWithdrawn;
import sightings.event.Story;
import sightings.event.UseDecision;
import sightings.event.UseEvent;
import sightings.event.UsePublished;
import sightings.event.UseRejected;
import sightings.event.UseReopened;
import sightings.event.UseSighted;
import sightings.event.UseWithdrawn;
import sightings.evidence.Grade;
import sightings.evidence.Subject;
import sightings.evidence.UseId;
import sightings.showcase.uses.DatasetUse;
import sightings.showcase.uses.Decided;
import sightings.showcase.uses.Held;
import sightings.showcase.uses.Score;
import sightings.showcase.uses.UseDocument;
import sightings.showcase.uses.UseStatus;

/**
 * Folds the events of one use into its document. Pure: the same events give the same document.
 *
 * <p>A decision takes effect only where it is based on the last accepted one and its step is possible from where the use
 * stands; else it is kept as refused. Sightings never change the decision's number.
 */
final class UseFold {

    private UseFold() {}

    /** The document after the event; null where nothing is known of the use yet. */
    static @Nullable UseDocument apply(@Nullable UseDocument document, UseEvent event, String id) {
        return switch (event) {
            case UseSighted sighted -> sighted(document, sighted);
            case SightingWithdrawn withdrawn -> document == null ? null : withdrawn(document, withdrawn);
            // A decision on a use that was never sighted has nothing to stand on.
            case UseDecision decision -> document == null ? null : decided(document, decision, id);
        };
    }

    private static UseDocument sighted(@Nullable UseDocument document, UseSighted event) {
        var sighting = event.sighting();
        var one = new Held(
                sighting.id(),
                sighting.dataset(),
                sighting.grade(),
                sighting.source(),
                sighting.confidence(),
                sighting.seenAt());
        var start = document == null ? discovered(event.use(), event.about(), event.time()) : document;
        var held = Stream.concat(
                        start.held().stream().filter(other -> !other.id().equals(one.id())), Stream.of(one))
                .sorted(Comparator.comparing(each -> each.id().value()))
                .toList();
        return evidence(
                start,
                event.about(),
                held,
                earlier(start.firstSeen(), event.time()),
                later(start.lastSeen(), event.time()));
    }

    private static UseDocument withdrawn(UseDocument document, SightingWithdrawn event) {
        var held = document.held().stream()
                .filter(other -> !other.id().equals(event.sighting()))
                .toList();
        return evidence(document, document.about(), held, document.firstSeen(), document.lastSeen());
    }

    private static UseDocument decided(UseDocument document, UseDecision decision, String id) {
        var refusal = refusal(document, decision);
        if (refusal != null) {
            return with(document, step(document, decision, id, document.decision(), refusal));
        }
        int number = document.decision() + 1;
        var after = with(document, step(document, decision, id, number, null));
        return switch (decision) {
            case UsePublished published ->
                outcome(
                        after,
                        number,
                        UseStatus.PUBLISHED,
                        published.story(),
                        null,
                        null,
                        document.publishedAt() == null ? published.time() : document.publishedAt(),
                        published.time());
            case UseRejected rejected ->
                outcome(
                        after,
                        number,
                        UseStatus.REJECTED,
                        document.story(),
                        rejected.reason(),
                        rejected.note(),
                        null,
                        null);
            case UseReopened reopened ->
                outcome(after, number, UseStatus.DISCOVERED, document.story(), null, reopened.note(), null, null);
            case UseWithdrawn withdrawn ->
                outcome(after, number, UseStatus.DISCOVERED, document.story(), null, withdrawn.note(), null, null);
        };
    }

    private static @Nullable String refusal(UseDocument document, UseDecision decision) {
        var name = "Use " + document.id();
        if (decision.basedOn() != document.decision()) {
            return document.lastAccepted()
                    .map(last -> name + " was " + words(last.action()) + " on " + day(last.time())
                            + ", after it was looked at; look at it again and decide on what is there now.")
                    .orElse(name + " has no decision " + decision.basedOn() + "; look at it again and decide.");
        }
        return switch (decision) {
            case UsePublished _ ->
                document.status() == UseStatus.REJECTED ? already(document, "rejected", "reopen it first") : null;
            case UseRejected _ ->
                switch (document.status()) {
                    case DISCOVERED -> null;
                    case PUBLISHED -> already(document, "published", "withdraw it first");
                    case REJECTED -> already(document, "rejected", "reopen it first");
                };
            case UseReopened _ ->
                document.status() == UseStatus.REJECTED
                        ? null
                        : name + " is not rejected, so there is nothing to reopen.";
            case UseWithdrawn _ ->
                document.status() == UseStatus.PUBLISHED
                        ? null
                        : name + " is not published, so there is nothing to withdraw.";
        };
    }

    private static String already(UseDocument document, String state, String allowed) {
        var since = document.lastAccepted()
                .map(last -> " (" + day(last.time()) + ")")
                .orElse("");
        return "Use " + document.id() + " is already " + state + since + "; " + allowed + ".";
    }

    private static String words(Decided.Action action) {
        return switch (action) {
            case PUBLISHED -> "published";
            case REJECTED -> "rejected";
            case REOPENED -> "reopened";
            case WITHDRAWN -> "withdrawn";
        };
    }

    private static LocalDate day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static Decided step(
            UseDocument document, UseDecision decision, String id, int number, @Nullable String refusal) {
        return switch (decision) {
            case UsePublished published ->
                step(Decided.Action.PUBLISHED, decision, id, number, refusal, published.story(), null, null);
            case UseRejected rejected ->
                step(Decided.Action.REJECTED, decision, id, number, refusal, null, rejected.reason(), rejected.note());
            case UseReopened reopened ->
                step(Decided.Action.REOPENED, decision, id, number, refusal, null, null, reopened.note());
            case UseWithdrawn withdrawn ->
                step(Decided.Action.WITHDRAWN, decision, id, number, refusal, null, null, withdrawn.note());
        };
    }

    private static Decided step(
            Decided.Action action,
            UseDecision decision,
            String id,
            int number,
            @Nullable String refusal,
            @Nullable Story story,
            @Nullable RejectReason reason,
            @Nullable String note) {
        return new Decided(
                number, action, decision.by(), decision.time(), decision.basedOn(), refusal, story, reason, note, id);
    }

    private static UseDocument discovered(UseId id, Subject about, Instant time) {
        return new UseDocument(
                id,
                about,
                UseStatus.DISCOVERED,
                0,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                0,
                time,
                time,
                0,
                List.of(),
                List.of());
    }

    private static UseDocument with(UseDocument document, Decided step) {
        var decisions = new ArrayList<>(document.decisions());
        decisions.add(step);
        return new UseDocument(
                document.id(),
                document.about(),
                document.status(),
                document.decision(),
                document.story(),
                document.reason(),
                document.note(),
                document.publishedAt(),
                document.updatedAt(),
                decisions,
                document.datasets(),
                document.grade(),
                document.sources(),
                document.sightings(),
                document.firstSeen(),
                document.lastSeen(),
                document.score(),
                document.scoreParts(),
                document.held());
    }

    private static UseDocument outcome(
            UseDocument document,
            int number,
            UseStatus status,
            @Nullable Story story,
            @Nullable RejectReason reason,
            @Nullable String note,
            @Nullable Instant publishedAt,
            @Nullable Instant updatedAt) {
        var decided = new UseDocument(
                document.id(),
                document.about(),
                status,
                number,
                story,
                reason,
                note,
                publishedAt,
                updatedAt,
                document.decisions(),
                document.datasets(),
                document.grade(),
                document.sources(),
                document.sightings(),
                document.firstSeen(),
                document.lastSeen(),
                document.score(),
                document.scoreParts(),
                document.held());
        // What staff name beside the sighted datasets comes and goes with the story.
        return evidence(decided, decided.about(), decided.held(), decided.firstSeen(), decided.lastSeen());
    }

    private static UseDocument evidence(
            UseDocument document, Subject about, List<Held> held, Instant firstSeen, Instant lastSeen) {
        var datasets = datasets(document, held);
        var grade = strongest(held);
        var score = Score.of(about, grade, held, datasets.size());
        return new UseDocument(
                document.id(),
                about,
                document.status(),
                document.decision(),
                document.story(),
                document.reason(),
                document.note(),
                document.publishedAt(),
                document.updatedAt(),
                document.decisions(),
                datasets,
                grade,
                held.stream()
                        .map(one -> one.source().value())
                        .distinct()
                        .sorted()
                        .toList(),
                held.size(),
                firstSeen,
                lastSeen,
                score.points(),
                score.parts(),
                held);
    }

    private static List<DatasetUse> datasets(UseDocument document, List<Held> held) {
        var byDataset = new TreeMap<DatasetId, List<Held>>();
        held.forEach(one ->
                byDataset.computeIfAbsent(one.dataset(), _ -> new ArrayList<>()).add(one));
        var story = document.story();
        if (document.status() == UseStatus.PUBLISHED && story != null) {
            story.datasets().forEach(dataset -> byDataset.computeIfAbsent(dataset, _ -> new ArrayList<>()));
        }
        return byDataset.entrySet().stream()
                .map(dataset -> new DatasetUse(
                        dataset.getKey(),
                        strongest(dataset.getValue()),
                        dataset.getValue().size()))
                .toList();
    }

    private static @Nullable Grade strongest(List<Held> held) {
        return held.stream().map(Held::grade).min(Comparator.naturalOrder()).orElse(null);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
