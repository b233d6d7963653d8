package sightings.showcase.curation;

import java.time.Instant;
import java.util.Optional;
import sightings.event.MergeDecision;
import sightings.event.PersonId;
import sightings.event.UseAbsorbed;
import sightings.event.UseMerged;
import sightings.event.UseReleased;
import sightings.event.UseSplit;

/**
 * What a use allows of the half of a merge that is its own, and which half belongs to the other use. A published use
 * survives, and there are no chains: what was merged takes nothing in, and what took others in is not merged.
 */
final class Merging {

    private Merging() {}

    /** Why the use does not allow its half; empty where it does. */
    static Optional<Refusal> refusal(MergeDecision half, UseNow now) {
        return switch (half) {
            case UseMerged _ -> toBeMerged(half, now);
            case UseAbsorbed _ -> toAbsorb(half, now);
            case UseSplit split ->
                now.mergedInto().filter(split.from()::equals).isPresent()
                        ? Optional.empty()
                        : Optional.of(Refusal.of("use.split-single", now.title()));
            case UseReleased released ->
                now.members().contains(released.other())
                        ? Optional.empty()
                        : Optional.of(Refusal.of("use.release-stranger", now.title()));
        };
    }

    /** The half of the other use, with the same author and time. */
    static MergeDecision counterpart(MergeDecision half, int basedOn) {
        var use = half.other();
        var by = half.by();
        var time = half.time();
        return switch (half) {
            case UseMerged merged -> new UseAbsorbed(use, merged.use(), by, basedOn, time);
            case UseAbsorbed absorbed -> new UseMerged(use, absorbed.use(), by, basedOn, time);
            case UseSplit split -> new UseReleased(use, split.use(), by, basedOn, time);
            case UseReleased released -> new UseSplit(use, released.use(), by, basedOn, time);
        };
    }

    /** What takes this half back. */
    static MergeDecision opposite(MergeDecision half, PersonId by, int basedOn, Instant time) {
        var use = half.use();
        var other = half.other();
        return switch (half) {
            case UseMerged _ -> new UseSplit(use, other, by, basedOn, time);
            case UseAbsorbed _ -> new UseReleased(use, other, by, basedOn, time);
            case UseSplit _ -> new UseMerged(use, other, by, basedOn, time);
            case UseReleased _ -> new UseAbsorbed(use, other, by, basedOn, time);
        };
    }

    private static Optional<Refusal> toBeMerged(MergeDecision half, UseNow now) {
        if (half.other().equals(now.use())) {
            return Optional.of(Refusal.of("use.merge-itself", now.title()));
        }
        if (!now.members().isEmpty()) {
            return Optional.of(Refusal.of("use.merge-survivor", now.title()));
        }
        return switch (now.status()) {
            case AWAITING -> Optional.empty();
            case PUBLISHED -> Optional.of(refusal("use.merge-published", now));
            case REJECTED -> Optional.of(refusal("use.merge-rejected", now));
            case MERGED -> Optional.of(refusal("use.merge-merged", now));
        };
    }

    private static Optional<Refusal> toAbsorb(MergeDecision half, UseNow now) {
        if (half.other().equals(now.use())) {
            return Optional.of(Refusal.of("use.merge-itself", now.title()));
        }
        if (now.members().contains(half.other())) {
            return Optional.of(Refusal.of("use.absorb-again", now.title()));
        }
        return switch (now.status()) {
            case AWAITING, PUBLISHED -> Optional.empty();
            case REJECTED -> Optional.of(refusal("use.absorb-rejected", now));
            case MERGED -> Optional.of(refusal("use.absorb-merged", now));
        };
    }

    private static Refusal refusal(String code, UseNow now) {
        var standing = now.standing().orElseThrow();
        return Refusal.of(code, now.title(), standing.by(), standing.time());
    }
}
