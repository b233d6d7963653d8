package sightings.showcase.instructions;

import java.util.List;
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
