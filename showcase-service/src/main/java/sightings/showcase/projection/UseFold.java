package sightings.showcase.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sightings.event.RejectReason;
import sightings.event.SightingConfirmed;
import sightings.event.SightingWithdrawn;
import sightings.event.Story;
import sightings.event.UseAbsorbed;
import sightings.event.UseDecision;
import sightings.event.UseEvent;
import sightings.event.UseMerged;
import sightings.event.UsePublished;
import sightings.event.UseRejected;
import sightings.event.UseReleased;
import sightings.event.UseReopened;
import sightings.event.UseSighted;
import sightings.event.UseSplit;
import sightings.event.UseWithdrawn;
import sightings.evidence.Subject;
import sightings.evidence.UseId;
import sightings.showcase.uses.Decided;
import sightings.showcase.uses.Held;
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
            case SightingConfirmed confirmed -> document == null ? null : confirmed(document, confirmed);
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
        var before = document == null
                ? null
                : document.held().stream()
                        .filter(other -> other.id().equals(one.id()))
                        .findAny()
                        .orElse(null);
        // What was seen long ago is told again by other rules: it may have been confirmed since.
        var last = before == null ? one : one.confirmed(before.seenAt());
        var start = document == null ? discovered(event.use(), event.about(), event.time()) : document;
        var held = Stream.concat(
                        start.held().stream().filter(other -> !other.id().equals(one.id())), Stream.of(last))
                .sorted(Comparator.comparing(each -> each.id().value()))
                .toList();
        return start.counted(
                event.about(), held, earlier(start.firstSeen(), event.time()), later(start.lastSeen(), event.time()));
    }

    private static UseDocument confirmed(UseDocument document, SightingConfirmed event) {
        if (document.held().stream().noneMatch(held -> held.id().equals(event.sighting()))) {
            return document;
        }
        var held = document.held().stream()
                .map(each -> each.id().equals(event.sighting()) ? each.confirmed(event.time()) : each)
                .toList();
        return document.counted(document.about(), held, document.firstSeen(), later(document.lastSeen(), event.time()));
    }

    private static UseDocument withdrawn(UseDocument document, SightingWithdrawn event) {
        var held = document.held().stream()
                .filter(other -> !other.id().equals(event.sighting()))
                .toList();
        return document.counted(document.about(), held, document.firstSeen(), document.lastSeen());
    }

    private static UseDocument decided(UseDocument document, UseDecision decision, String id) {
        var refusal = refusal(document, decision);
        if (refusal != null) {
            return document.decided(step(decision, id, document.decision(), refusal), document.decision());
        }
        int number = document.decision() + 1;
        var after = document.decided(step(decision, id, number, null), number);
        return switch (decision) {
            case UsePublished published ->
                outcome(
                        after,
                        UseStatus.PUBLISHED,
                        published.story(),
                        null,
                        null,
                        document.publishedAt() == null ? published.time() : document.publishedAt(),
                        published.time());
            case UseRejected rejected ->
                outcome(after, UseStatus.REJECTED, document.story(), rejected.reason(), rejected.note(), null, null);
            case UseReopened reopened ->
                outcome(after, UseStatus.DISCOVERED, document.story(), null, reopened.note(), null, null);
            case UseWithdrawn withdrawn ->
                outcome(after, UseStatus.DISCOVERED, document.story(), null, withdrawn.note(), null, null);
            case UseMerged merged ->
                outcome(after, UseStatus.MERGED, document.story(), null, null, null, null, merged.into());
            case UseSplit _ -> outcome(after, UseStatus.DISCOVERED, document.story(), null, null, null, null);
            case UseAbsorbed absorbed ->
                after.withMembers(Stream.concat(document.members().stream(), Stream.of(absorbed.other()))
                        .sorted(Comparator.comparing(UseId::value))
                        .toList());
            case UseReleased released ->
                after.withMembers(document.members().stream()
                        .filter(member -> !member.equals(released.other()))
                        .toList());
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
                switch (document.status()) {
                    case DISCOVERED, PUBLISHED -> null;
                    case REJECTED, MERGED -> already(document);
                };
            case UseRejected _ -> document.status() == UseStatus.DISCOVERED ? null : already(document);
            case UseReopened _ ->
                document.status() == UseStatus.REJECTED
                        ? null
                        : name + " is not rejected, so there is nothing to reopen.";
            case UseWithdrawn _ ->
                document.status() == UseStatus.PUBLISHED
                        ? null
                        : name + " is not published, so there is nothing to withdraw.";
            case UseMerged merged -> mergeRefusal(document, merged);
            case UseAbsorbed absorbed -> absorbRefusal(document, absorbed);
            case UseSplit split ->
                split.from().equals(document.into())
                        ? null
                        : name + " is not merged into " + split.from() + ", so there is nothing to split.";
            case UseReleased released ->
                document.members().contains(released.other())
                        ? null
                        : name + " has no member " + released.other() + ", so there is nothing to release.";
        };
    }

    /** Merges make no chains, so that no reader follows more than one step. */
    private static @Nullable String mergeRefusal(UseDocument document, UseMerged merged) {
        if (merged.into().equals(document.id())) {
            return "Use " + document.id() + " cannot be merged into itself.";
        }
        if (document.status() != UseStatus.DISCOVERED) {
            return already(document);
        }
        return document.members().isEmpty()
                ? null
                : "Others were merged into use " + document.id() + "; split them first.";
    }

    private static @Nullable String absorbRefusal(UseDocument document, UseAbsorbed absorbed) {
        if (absorbed.other().equals(document.id())) {
            return "Use " + document.id() + " cannot be merged into itself.";
        }
        if (document.members().contains(absorbed.other())) {
            return "Use " + absorbed.other() + " is already merged into use " + document.id() + ".";
        }
        return switch (document.status()) {
            case DISCOVERED, PUBLISHED -> null;
            case REJECTED, MERGED -> already(document);
        };
    }

    private static String already(UseDocument document) {
        return switch (document.status()) {
            case DISCOVERED -> already(document, "awaiting review", "decide on it");
            case PUBLISHED -> already(document, "published", "withdraw it first");
            case REJECTED -> already(document, "rejected", "reopen it first");
            case MERGED -> already(document, "merged into " + document.into(), "split it first");
        };
    }

    private static String already(UseDocument document, String state, String allowed) {
        var since =
                document.standing().map(last -> " (" + day(last.time()) + ")").orElse("");
        return "Use " + document.id() + " is already " + state + since + "; " + allowed + ".";
    }

    private static String words(Decided.Action action) {
        return switch (action) {
            case PUBLISHED -> "published";
            case REJECTED -> "rejected";
            case REOPENED -> "reopened";
            case WITHDRAWN -> "withdrawn";
            case MERGED -> "merged into another one";
            case ABSORBED -> "joined by another one";
            case SPLIT -> "split from another one";
            case RELEASED -> "left by another one";
        };
    }

    private static LocalDate day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static Decided step(UseDecision decision, String id, int number, @Nullable String refusal) {
        var step = new Step(decision, id, number, refusal);
        return switch (decision) {
            case UsePublished published -> step.of(Decided.Action.PUBLISHED, published.story(), null, null, null);
            case UseRejected rejected ->
                step.of(Decided.Action.REJECTED, null, rejected.reason(), rejected.note(), null);
            case UseReopened reopened -> step.of(Decided.Action.REOPENED, null, null, reopened.note(), null);
            case UseWithdrawn withdrawn -> step.of(Decided.Action.WITHDRAWN, null, null, withdrawn.note(), null);
            case UseMerged merged -> step.of(Decided.Action.MERGED, null, null, null, merged.into());
            case UseAbsorbed absorbed -> step.of(Decided.Action.ABSORBED, null, null, null, absorbed.other());
            case UseSplit split -> step.of(Decided.Action.SPLIT, null, null, null, split.from());
            case UseReleased released -> step.of(Decided.Action.RELEASED, null, null, null, released.other());
        };
    }

    /** What all kinds of steps have. */
    private record Step(
            UseDecision decision,
            String id,
            int number,
            @Nullable String refusal) {

        Decided of(
                Decided.Action action,
                @Nullable Story story,
                @Nullable RejectReason reason,
                @Nullable String note,
                @Nullable UseId other) {
            return new Decided(
                    number,
                    action,
                    decision.by(),
                    decision.time(),
                    decision.basedOn(),
                    refusal,
                    story,
                    reason,
                    note,
                    other,
                    id);
        }
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
                List.of(),
                null,
                List.of(),
                null);
    }

    private static UseDocument outcome(
            UseDocument document,
            UseStatus status,
            @Nullable Story story,
            @Nullable RejectReason reason,
            @Nullable String note,
            @Nullable Instant publishedAt,
            @Nullable Instant updatedAt) {
        return outcome(document, status, story, reason, note, publishedAt, updatedAt, null);
    }

    private static UseDocument outcome(
            UseDocument document,
            UseStatus status,
            @Nullable Story story,
            @Nullable RejectReason reason,
            @Nullable String note,
            @Nullable Instant publishedAt,
            @Nullable Instant updatedAt,
            @Nullable UseId into) {
        var decided = new UseDocument(
                document.id(),
                document.about(),
                status,
                document.decision(),
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
                document.held(),
                into,
                document.members(),
                document.runsAt());
        // The datasets that count depend on where it stands now.
        return decided.counted(decided.about(), decided.held(), decided.firstSeen(), decided.lastSeen());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
