package sightings.ingest.downloads;

import java.util.regex.Pattern;

/**
 * Which files of a folder are one log after the other: those whose names differ by a date, a number or packing only. It
 * says where lines may be missing; what a file is, its bytes alone say.
 */
final class LogSeries {

    private static final Pattern PACKED = Pattern.compile("\\.(gz|zst)$");
    private static final Pattern DATE = Pattern.compile("[-._]?\\d{4,}+(?:[-._T]\\d++)*+");
    private static final Pattern NUMBER = Pattern.compile("\\.\\d{1,3}(?=$|\\.[a-z]{1,5}$)");

    private LogSeries() {}

    /** {@code access.log} for {@code access.log.2.gz}, {@code access.log-20261126} and {@code access-2026-11-26.log}. */
    static String of(String name) {
        var plain = PACKED.matcher(name).replaceFirst("");
        return NUMBER.matcher(DATE.matcher(plain).replaceAll("")).replaceFirst("");
    }
}
