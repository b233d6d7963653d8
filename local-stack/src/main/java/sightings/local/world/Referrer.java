package sightings.local.world;

import java.util.List;

/**
 * A made-up site whose visitors come to the portal: it appears only as a referrer in the access log.
 *
 * @param page the page that links
 * @param datasets what it links
 * @param daily how many visitors a day look at a map or chart on it that loads the datasets; 0 where it only links them
 */
record Referrer(String page, List<String> datasets, int daily) {

    Referrer {
        datasets = List.copyOf(datasets);
    }
}
