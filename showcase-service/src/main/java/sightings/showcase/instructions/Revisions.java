package sightings.showcase.instructions;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import sightings.dataset.DatasetId;
import sightings.event.DatasetRevised;
import sightings.event.FindsRevised;

/**
 * What reading kept observations again came to. Pure.
 *
 * @param all what the partitions said
 */
public record Revisions(List<FindsRevised> all) {

    public Revisions {
        all = List.copyOf(all);
    }

    /**
     * What an instruction about an alias did to the finds of its dataset.
     *
     * @param gained earlier finds that now count
     * @param lost earlier finds that no longer do
     * @param partsRead partitions of the observations that have been read again
     * @param parts how many there are; 0 before the first has been read
     */
    public record Effect(long gained, long lost, int partsRead, int parts) {

        /** Whether all has been read again. */
        public boolean isDone() {
            return parts > 0 && partsRead == parts;
        }
    }

    /** Why kept observations were read again. */
    public enum Cause {
        /** Staff added or took back aliases. */
        ALIASES,
        /** The portal's datasets changed. */
        DATASETS,
        /** This release has other rules. */
        RULES
    }

    /**
     * What one change did, over all partitions.
     *
     * @param causes why, at least one
     * @param gained earlier finds that now count
     * @param lost earlier finds that no longer do
     * @param time when the last partition was read
     */
    public record Change(Set<Cause> causes, long gained, long lost, Instant time) {}

    /** What each change did, the latest first, at most this many. */
    public List<Change> changes(int most) {
        return all.stream()
                .collect(
                        Collectors.groupingBy(one -> List.of(one.after(), one.rulesAfter(), Set.copyOf(one.aliases()))))
                .values()
                .stream()
                .map(Revisions::change)
                .sorted(Comparator.comparing(Change::time).reversed())
                .limit(most)
                .toList();
    }

    private static Change change(List<FindsRevised> parts) {
        var causes = EnumSet.noneOf(Cause.class);
        parts.forEach(part -> causes.addAll(causes(part)));
        return new Change(
                causes,
                parts.stream().mapToLong(FindsRevised::gained).sum(),
                parts.stream().mapToLong(FindsRevised::lost).sum(),
                parts.stream()
                        .map(FindsRevised::time)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    /** An alias makes another catalogue too: only without one it was the portal's datasets. */
    private static Set<Cause> causes(FindsRevised part) {
        var causes = EnumSet.noneOf(Cause.class);
        if (!part.aliases().isEmpty()) {
            causes.add(Cause.ALIASES);
        }
        if (part.rulesBefore() != part.rulesAfter()) {
            causes.add(Cause.RULES);
        }
        if (causes.isEmpty() || (part.aliases().isEmpty() && !part.before().equals(part.after()))) {
            causes.add(Cause.DATASETS);
        }
        return causes;
    }

    /** What the instruction with this CloudEvents id did to this dataset's finds. */
    public Effect of(String instruction, DatasetId dataset) {
        var caused =
                all.stream().filter(one -> one.aliases().contains(instruction)).toList();
        long gained = 0;
        long lost = 0;
        for (FindsRevised one : caused) {
            for (DatasetRevised counts : one.datasets()) {
                if (counts.dataset().equals(dataset)) {
                    gained += counts.gained();
                    lost += counts.lost();
                }
            }
        }
        int read = (int) caused.stream()
                .filter(FindsRevised::complete)
                .map(FindsRevised::partition)
                .distinct()
                .count();
        return new Effect(
                gained,
                lost,
                read,
                caused.stream().mapToInt(FindsRevised::partitions).max().orElse(0));
    }
}
