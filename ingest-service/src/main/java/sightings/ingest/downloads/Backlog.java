package sightings.ingest.downloads;

import java.time.Duration;
import java.util.Optional;

/** What was read and is not counted yet. */
@FunctionalInterface
interface Backlog {

    /** How far the counting is behind, where that is so much that no more should be read. */
    Optional<Duration> tooMuch() throws InterruptedException;
}
