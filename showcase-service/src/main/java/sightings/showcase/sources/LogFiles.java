package sightings.showcase.sources;

import java.util.List;

/**
 * The files of a source of logs.
 *
 * @param newest those that were written last, newest first
 * @param others how many more there are
 * @param rest what became of the lines of those
 */
public record LogFiles(List<LogFileDocument> newest, long others, Lines rest) {

    public LogFiles {
        newest = List.copyOf(newest);
    }

    /** Lines by what became of them. */
    public record Lines(long read, long accepted, long filtered, long rejected) {}
}
