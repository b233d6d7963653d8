package sightings.event;

/** What happened to the city's catalogue, and what came of it. */
public sealed interface CatalogueEvent extends Event permits DatasetDescribed, CatalogueHarvested, FindsRevised {

    @Override
    default Topic topic() {
        return Topic.CATALOGUE;
    }
}
