package sightings.ingest.statistics;

/**
 * How much is read of a portal's statistics. What is more is not read in part: the source says so.
 *
 * @param bytes size of the file
 * @param rows rows of the file
 * @param longestRow characters of a row
 * @param months months of datasets that have counts, all of which are held while the file is read
 */
record StatisticsBounds(long bytes, long rows, int longestRow, int months) {

    static final StatisticsBounds USUAL = new StatisticsBounds(2L << 30, 20_000_000, 1 << 16, 100_000);
}
