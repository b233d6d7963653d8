package sightings.showcase.projection;

import sightings.showcase.index.Index;

/**
 * One set of all indices, built from the first event on. Its consumer groups are named after it, so that a new one
 * begins at the beginning.
 *
 * @param id never used twice, even after Elasticsearch was wiped
 * @param projection number of the projection that builds it
 * @param kafka id of the Kafka cluster whose offsets its documents carry
 */
record Generation(String id, int projection, String kafka) {

    /** The consumer group of a projection into this generation. */
    String group(Projection reader) {
        return "showcase-" + id + "-" + reader.topic().topicName();
    }

    /** The alias by which documents of this generation are written. */
    static String writeAlias(Index<?> index, String generation) {
        return index.in(generation) + "-write";
    }
}
