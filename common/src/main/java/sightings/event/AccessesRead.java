package sightings.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Requests for datasets that were read together, in the order of their lines, of visitors whose accesses all go to one partition.
 * Which of them stand together means nothing. Why they do: docs/decisions/0020.
 *
 * @param accesses at least one
 */
public record AccessesRead(List<DatasetAccessed> accesses) implements Event {

    /** So many stand in one record at most, which are about 80 KB: whoever reads it takes them all at once. */
    public static final int MOST = 200;

    /** @throws IllegalArgumentException where there are none */
    public AccessesRead {
        accesses = List.copyOf(accesses);
        if (accesses.isEmpty()) {
            throw new IllegalArgumentException("No access");
        }
    }

    /** All of these, so that each visitor's stay in one order. */
    public static List<AccessesRead> of(List<DatasetAccessed> accesses) {
        var partitions = IntStream.range(0, Topic.ACCESSES.partitions())
                .mapToObj(_ -> new ArrayList<DatasetAccessed>())
                .toList();
        for (var access : accesses) {
            partitions
                    .get(EventCodec.partition(Topic.ACCESSES, access.subject()))
                    .add(access);
        }
        var read = new ArrayList<AccessesRead>();
        for (var partition : partitions) {
            for (int from = 0; from < partition.size(); from += MOST) {
                read.add(new AccessesRead(partition.subList(from, Math.min(from + MOST, partition.size()))));
            }
        }
        return read;
    }

    @Override
    public Topic topic() {
        return Topic.ACCESSES;
    }

    /** The first one's visitor, who stands for all of the partition. */
    @Override
    public String subject() {
        return accesses.getFirst().subject();
    }

    /** When the last of them was asked. */
    @Override
    public Instant time() {
        return accesses.getLast().time();
    }
}
