package sightings.ingest.statistics;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which columns of a portal's statistics say what: our own {@code dataset,day,kind,count}, or those of Socrata's system
 * dataset "Site Analytics: Asset Access", {@code asset_uid,timestamp,access_type,value}. A column may be called by its
 * label, "Asset UID", as well as by its field name.
 *
 * @param dataset where the dataset stands
 * @param day where the day stands
 * @param kind where the kind of access stands
 * @param count where the count stands
 * @param width how many columns there are
 * @param socrata whether the kinds are Socrata's access types. Then several rows make one count: there is one for each
 *     hour, user segment and access type
 * @see <a href="https://support.socrata.com/hc/en-us/articles/360051223314">Site Analytics: Asset Access</a>, which names
 *     the columns Asset Type and Access Type. Field names and values are as read by the programs of two portals:
 *     usdot-its-jpo-data-portal/datahub-metrics-ingest (with an answer for its tests) and data.cambridgema.gov
 */
record StatisticsColumns(int dataset, int day, int kind, int count, int width, boolean socrata) {

    static final String WANTED = "the columns must be dataset, day, kind, count, or Socrata's asset_uid, timestamp,"
            + " access_type, value, separated by commas";

    /** The columns under this header; empty where one is missing. */
    static Optional<StatisticsColumns> of(List<String> header) {
        var names = header.stream().map(StatisticsColumns::fieldName).toList();
        int dataset = first(names, "dataset", "asset_uid");
        int day = first(names, "day", "timestamp");
        int kind = first(names, "kind", "access_type");
        int count = first(names, "count", "value");
        return dataset < 0 || day < 0 || kind < 0 || count < 0
                ? Optional.empty()
                : Optional.of(new StatisticsColumns(
                        dataset, day, kind, count, names.size(), names.get(kind).equals("access_type")));
    }

    private static int first(List<String> names, String ours, String socratas) {
        int own = names.indexOf(ours);
        return own >= 0 ? own : names.indexOf(socratas);
    }

    /** The field name of a label: of "Asset UID" it is {@code asset_uid}. */
    private static String fieldName(String label) {
        return label.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    }
}
