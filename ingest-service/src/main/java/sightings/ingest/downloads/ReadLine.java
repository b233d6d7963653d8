package sightings.ingest.downloads;

import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.event.AccessClass;
import sightings.event.AccessKind;

/**
 * What a log watcher makes of one line, for people to read. The visitor's address and the program's own words about itself
 * are not in it.
 *
 * @param number which line of the text, from 1
 * @param log name of the log of the settings as whose line it was read; null where it was read by its form alone
 * @param format how the line is written
 * @param rejected why it is no line of a log; null where it is one
 * @param filter why it is not accepted; null where it is, or is rejected
 * @param request what was asked; null where the line tells of no request
 */
public record ReadLine(
        int number,
        @Nullable String log,
        String format,
        Parsed.@Nullable Reason rejected,
        Accounting.@Nullable Filter filter,
        @Nullable Request request) {

    /**
     * A request.
     *
     * @param method HTTP method
     * @param status HTTP status
     * @param path what was asked, without query and secrets
     * @param target the same with its query, for those who look for a dataset in it; without secrets
     * @param dataset the dataset; null where it asks for none of the catalogue
     * @param kind what was asked of it; null as before
     * @param accessClass who asked
     * @param tool name of the program, or {@code -}
     * @param pattern what of a list of programs told who asked; null where none did
     * @param site the site from which a person came; null where it is not known or does not count
     */
    public record Request(
            String method,
            int status,
            String path,
            String target,
            @Nullable DatasetId dataset,
            @Nullable AccessKind kind,
            AccessClass accessClass,
            String tool,
            @Nullable String pattern,
            @Nullable String site) {}
}
