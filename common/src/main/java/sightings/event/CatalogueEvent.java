package sightings.event;

/** What happened to the city's catalogue. */
public sealed interface CatalogueEvent extends Event permits DatasetDescribed, CatalogueHarvested {

    @Override
    default Topic topic() {
        return Topic.CATALOGUE;
    }
}
