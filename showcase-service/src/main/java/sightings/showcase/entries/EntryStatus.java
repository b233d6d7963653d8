package sightings.showcase.entries;

/** Where something that staff write stands. */
public enum EntryStatus {
    /** Written, never published, or withdrawn; staff only. */
    DRAFT,
    /** Published and open. */
    OPEN,
    /** Published and closed; it stays public. */
    CLOSED;

    /** Whether the public sees it. */
    public boolean isPublic() {
        return this != DRAFT;
    }
}
