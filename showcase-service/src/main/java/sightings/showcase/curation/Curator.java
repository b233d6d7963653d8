package sightings.showcase.curation;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import sightings.dataset.CatalogueVersion;
import sightings.dataset.DatasetId;
import sightings.event.MergeDecision;
import sightings.event.UseDecision;
import sightings.event.UseMerged;
import sightings.event.UsePublished;
import sightings.event.UseRejected;
import sightings.event.UseReopened;
import sightings.event.UseSighted;
import sightings.event.UseWithdrawn;
import sightings.evidence.Grade;
import sightings.evidence.Method;
import sightings.evidence.Place;
import sightings.evidence.Sighting;
import sightings.evidence.SightingId;
import sightings.evidence.SourceId;
import sightings.evidence.Subject;
import sightings.evidence.SubjectId;
import sightings.evidence.UseId;
import sightings.evidence.Verification;

/**
 * Knows what staff may do with a use, and what is the opposite of what they did. It looks at the state it is given; the
 * fold, which sees all decisions in one order, has the last word.
 */
public final class Curator {

    private static final SourceId DESK = new SourceId("desk");

    private final InstantSource clock;

    public Curator(InstantSource clock) {
        this.clock = clock;
    }

    /** Decides on what a person asks for. */
    public Verdict<UseDecision> decide(UseCommand command, UseNow now) {
        if (command.basedOn() != now.number()) {
            return new Verdict.Overtaken<>(command.basedOn(), now.number());
        }
        return switch (command) {
            case PublishUse publish -> publish(publish, now);
            case RejectUse reject -> reject(reject, now);
            case ReopenUse reopen -> reopen(reopen, now);
            case WithdrawUse withdraw -> withdraw(withdraw, now);
            case MergeUse merge ->
                half(new UseMerged(now.use(), merge.into(), merge.by(), merge.basedOn(), clock.instant()), now);
            case UndoUseDecision undo -> undo(undo, now);
        };
    }

    /**
     * Decides on the other half of a merge or split that one of two uses allows.
     *
     * @param half what was granted for the one use
     * @param other the other use as it stands
     * @param basedOn number of the last accepted decision on the other use that the person saw
     */
    public Verdict<UseDecision> counterpart(MergeDecision half, UseNow other, int basedOn) {
        return basedOn == other.number()
                ? half(Merging.counterpart(half, basedOn), other)
                : new Verdict.Overtaken<>(basedOn, other.number());
    }

    /** What takes back the half of a merge or split whose other half was refused. */
    public MergeDecision opposite(MergeDecision half, int basedOn) {
        return Merging.opposite(half, half.by(), basedOn, clock.instant());
    }

    /** The finds that a use added by hand begins with: one for each dataset. */
    public List<UseSighted> add(AddUse command) {
        var subject = new Subject(
                subjectOf(command.address()),
                Subject.Kind.SITE,
                command.title(),
                null,
                command.address().toString(),
                null,
                null,
                null,
                null,
                List.of(),
                null);
        return stated(subject, command);
    }

    /** The finds that staff state of a use that is already there. */
    public List<UseSighted> stated(Subject subject, AddUse command) {
        var time = clock.instant();
        var place = new Place(command.address().toString(), null, null);
        return command.datasets().stream()
                .map(dataset -> new UseSighted(
                        UseId.of(subject.id()),
                        subject,
                        stated(subject.id(), place, dataset, command, time),
                        time,
                        command.by()))
                .toList();
    }

    /** What the use at this address is: the same for the address with and without {@code www.}, tracking and fragment. */
    public static SubjectId subjectOf(URI address) {
        return SubjectId.web(address);
    }

    private static Sighting stated(SubjectId subject, Place place, DatasetId dataset, AddUse command, Instant time) {
        return new Sighting(
                SightingId.of(subject, place, dataset),
                dataset,
                place,
                Grade.REFERENCE,
                Method.STAFF,
                Verification.STATED,
                1,
                Objects.requireNonNullElse(command.note(), ""),
                DESK,
                time,
                null,
                "staff@1",
                CatalogueVersion.NONE);
    }

    private Verdict<UseDecision> publish(PublishUse publish, UseNow now) {
        return switch (now.status()) {
            case REJECTED -> refused("use.publish-rejected", now);
            case MERGED -> refused("use.merged", now);
            case AWAITING, PUBLISHED ->
                granted(new UsePublished(now.use(), publish.by(), publish.basedOn(), clock.instant(), publish.story()));
        };
    }

    private Verdict<UseDecision> reject(RejectUse reject, UseNow now) {
        return switch (now.status()) {
            case REJECTED -> refused("use.reject-rejected", now);
            case PUBLISHED -> refused("use.reject-published", now);
            case MERGED -> refused("use.merged", now);
            case AWAITING ->
                granted(new UseRejected(
                        now.use(), reject.by(), reject.basedOn(), clock.instant(), reject.reason(), reject.note()));
        };
    }

    private Verdict<UseDecision> reopen(ReopenUse reopen, UseNow now) {
        return switch (now.status()) {
            case REJECTED ->
                granted(new UseReopened(now.use(), reopen.by(), reopen.basedOn(), clock.instant(), reopen.note()));
            case PUBLISHED -> refused("use.reopen-published", now);
            case MERGED -> refused("use.merged", now);
            case AWAITING -> refused("use.reopen-awaiting", now.title());
        };
    }

    private Verdict<UseDecision> withdraw(WithdrawUse withdraw, UseNow now) {
        return switch (now.status()) {
            case PUBLISHED ->
                granted(new UseWithdrawn(
                        now.use(), withdraw.by(), withdraw.basedOn(), clock.instant(), withdraw.note()));
            case REJECTED -> refused("use.withdraw-rejected", now);
            case MERGED -> refused("use.merged", now);
            case AWAITING -> refused("use.withdraw-awaiting", now.title());
        };
    }

    /** The opposite decision leads to the state before the last one. */
    private Verdict<UseDecision> undo(UndoUseDecision undo, UseNow now) {
        var last = now.last();
        if (last.isEmpty()) {
            return refused("use.undo-nothing", now.title());
        }
        var before = now.before();
        var by = undo.by();
        int basedOn = undo.basedOn();
        var time = clock.instant();
        if (last.get() instanceof MergeDecision merge) {
            return half(Merging.opposite(merge, by, basedOn, time), now);
        }
        return switch (before.status()) {
            // Nothing is decided on a merged use but to split it.
            case MERGED -> refused("use.merged", now);
            case PUBLISHED ->
                granted(new UsePublished(
                        now.use(),
                        by,
                        basedOn,
                        time,
                        before.last(UsePublished.class).orElseThrow().story()));
            case REJECTED -> {
                var rejection = before.last(UseRejected.class).orElseThrow();
                yield granted(new UseRejected(now.use(), by, basedOn, time, rejection.reason(), rejection.note()));
            }
            case AWAITING ->
                granted(
                        now.status() == UseNow.Status.PUBLISHED
                                ? new UseWithdrawn(now.use(), by, basedOn, time, null)
                                : new UseReopened(now.use(), by, basedOn, time, null));
        };
    }

    private static Verdict<UseDecision> half(MergeDecision half, UseNow now) {
        return Merging.refusal(half, now)
                .<Verdict<UseDecision>>map(Verdict.Refused::new)
                .orElseGet(() -> granted(half));
    }

    private static Verdict<UseDecision> granted(UseDecision decision) {
        return new Verdict.Granted<>(decision);
    }

    private static Verdict<UseDecision> refused(String code, String title) {
        return new Verdict.Refused<>(Refusal.of(code, title));
    }

    private static Verdict<UseDecision> refused(String code, UseNow now) {
        var standing = now.standing().orElseThrow();
        return new Verdict.Refused<>(Refusal.of(code, now.title(), standing.by(), standing.time()));
    }
}
