package sightings.showcase.pages;

/**
 * A dataset in a list of usage.
 *
 * @param url its page
 * @param title as the portal shows it
 * @param count how much it was used, in words
 * @param spark how that went, as SVG
 */
record UsageRow(String url, String title, String count, String spark) {}
