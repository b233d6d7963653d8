package sightings.event;

/** What a published use is. */
public enum UseType {
    APPLICATION,
    VISUALIZATION,
    MAP,
    API_SERVICE,
    NEWS_ARTICLE,
    RESEARCH,
    REPORT,
    TUTORIAL,
    DASHBOARD,
    BOT,
    LIBRARY,
    CLASS_MATERIAL,
    ART_OR_EDUCATION,
    INTERNAL_CITY_USE,
    DERIVED_DATASET
}
