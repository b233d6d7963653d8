package sightings.showcase.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.showcase.entries.EntryStatus;

/**
 * What the page of one problem statement shows beside its form.
 *
 * @param id the entry; null while it is not written yet
 * @param number as people cite it
 * @param title in the reader's language
 * @param status where it stands; null while it is not written yet
 * @param standing where it stands, in words
 * @param decision number of the last accepted event
 * @param isPublic whether the public sees it
 * @param audit its audit trail, newest first
 * @param undoable whether the last event can be undone
 */
record StatementPage(
        @Nullable String id,
        String number,
        String title,
        @Nullable EntryStatus status,
        String standing,
        int decision,
        boolean isPublic,
        List<AuditRow> audit,
        boolean undoable) {}
