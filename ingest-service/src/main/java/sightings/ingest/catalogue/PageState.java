package sightings.ingest.catalogue;

/** What a dataset's own page says about whether the dataset is still there. */
enum PageState {
    /** It answers. */
    THERE,
    /** It answers that there is no such page (404) or none any more (410). */
    GONE,
    /** Anything else: forbidden, broken, slow, unreachable. A portal that is down has withdrawn nothing. */
    UNKNOWN
}
