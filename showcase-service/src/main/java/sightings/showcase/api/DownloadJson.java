package sightings.showcase.api;

/**
 * One way to get a dataset's data.
 *
 * @param format short name in capitals
 * @param url address
 */
record DownloadJson(String format, String url) {}
