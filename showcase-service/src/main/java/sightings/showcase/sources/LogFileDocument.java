package sightings.showcase.sources;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import sightings.evidence.SourceId;
import sightings.showcase.index.Index;

/**
 * What became of the lines of one log file. {@code read = accepted + filtered + rejected}.
 *
 * @param source the source that reads it
 * @param name what it was called when lines were last read from it
 * @param changed when it had been written last, as far as it was read
 * @param read how many lines were read
 * @param accepted how many are requests for a dataset
 * @param filtered how many are something else
 * @param rejected how many are no lines of the format
 * @param reasons why lines were filtered and rejected, by count; names are those of the source's counters
 * @param samples the shape of one rejected line of each reason; nothing of what the line said
 */
public record LogFileDocument(
        SourceId source,
        String name,
        Instant changed,
        long read,
        long accepted,
        long filtered,
        long rejected,
        SortedMap<String, Long> reasons,
        SortedMap<String, String> samples) {

    /** Where it is kept. */
    public static final Index<LogFileDocument> INDEX = new Index<>("log-files", LogFileDocument.class);

    public LogFileDocument {
        reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
        samples = Collections.unmodifiableSortedMap(new TreeMap<>(samples));
    }
}
