package sightings.ingest.downloads;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import sightings.event.SourceNote;
import sightings.evidence.Said;

/**
 * How a long import goes on, as far as one round tells.
 *
 * @param taken bytes read from disk in this round
 * @param lines lines read in this round
 * @param time how long it took
 * @param left bytes on disk still to be read
 * @param files in how many files they are
 */
record ImportProgress(long taken, long lines, Duration time, long left, int files) {

    private static final double MEGA = 1_000_000;

    /** Lines a second. */
    long linesPerSecond() {
        return Math.round(lines / seconds());
    }

    /** How many seconds the rest takes at this pace; -1 where nothing was read. */
    long secondsLeft() {
        return taken == 0 ? -1 : Math.round(left * seconds() / taken);
    }

    /** For staff: {@code 310.5 MB in 12 files are still to be read, 410,000 lines/s, about 4 minutes left}. */
    Said note() {
        var megabytes = String.format(Locale.ROOT, "%.1f", left / MEGA);
        var pace = String.format(Locale.ROOT, "%,d", linesPerSecond());
        return secondsLeft() < 0
                ? SourceNote.LOGS_LEFT.with(megabytes, files, pace)
                : SourceNote.LOGS_LEFT_FOR.with(megabytes, files, pace, Math.ceilDiv(secondsLeft(), 60));
    }

    /** Numbers for the source's counters. */
    Map<String, Long> counters() {
        return Map.of(
                "bytes_left",
                left,
                "files_left",
                (long) files,
                "lines_per_second",
                linesPerSecond(),
                "seconds_left",
                secondsLeft());
    }

    private double seconds() {
        return Math.max(1e-3, time.toNanos() / 1e9);
    }
}
