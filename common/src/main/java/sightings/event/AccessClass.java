package sightings.event;

/** Who downloads. Tools are not robots: scripts and GIS programs are how open data is used. */
public enum AccessClass {
    PERSON,
    /** QGIS, Power BI, sodapy, curl, ... */
    TOOL,
    /** Crawlers. */
    ROBOT,
    /** A program that fetches for a person who asks it. */
    AI_AGENT
}
