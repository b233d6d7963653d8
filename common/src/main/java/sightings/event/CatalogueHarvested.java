package sightings.event;

import java.time.Instant;
import sightings.dataset.CatalogueVersion;

/**
 * Closes a harvest of one portal: all of its datasets stand before this record.
 *
 * @param portal host of the portal
 * @param version content hash of all its datasets
 * @param datasets how many it has
 * @param time when the harvest ended
 */
public record CatalogueHarvested(String portal, CatalogueVersion version, int datasets, Instant time)
        implements CatalogueEvent {

    @Override
    public String subject() {
        return "harvest/" + portal;
    }
}
