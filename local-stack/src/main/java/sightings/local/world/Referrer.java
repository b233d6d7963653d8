package sightings.local.world;

import java.util.List;

/**
 * A made-up site whose visitors come to the portal: it appears only as a referrer in the access log.
 *
 * @param page the page that links
 * @param datasets what it links
 */
record Referrer(String page, List<String> datasets) {

    Referrer {
        datasets = List.copyOf(datasets);
    }
}
