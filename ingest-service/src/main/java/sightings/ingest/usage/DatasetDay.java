package sightings.ingest.usage;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import sightings.dataset.DatasetId;
import sightings.event.CallerCell;
import sightings.event.DatasetAccessed;
import sightings.event.UniqueCell;
import sightings.event.UsageCell;
import sightings.event.UsageCounted;

/**
 * What one count stands for: a dataset's UTC day under one profile and import part.
 *
 * @param dataset the dataset
 * @param day UTC day of the accesses
 * @param profile name of the rules
 * @param part import part
 */
record DatasetDay(String dataset, LocalDate day, String profile, String part) {

    static DatasetDay of(DatasetAccessed access, Profile profile) {
        return new DatasetDay(access.dataset().value(), access.logDay(), profile.name(), access.part());
    }

    /** As a key: no part of it holds a slash. */
    String key() {
        return String.join("/", dataset, day.toString(), profile, part);
    }

    static DatasetDay ofKey(String key) {
        var parts = key.split("/", 4);
        return new DatasetDay(parts[0], LocalDate.parse(parts[1]), parts[2], parts[3]);
    }

    /** The event; its time is the day's end, so that the same accesses give the same bytes whenever they are counted. */
    UsageCounted counted(
            List<UsageCell> cells,
            int visitors,
            List<UniqueCell> unique,
            List<String> lists,
            List<CallerCell> callers) {
        return new UsageCounted(
                new DatasetId(dataset),
                day,
                profile,
                part,
                cells,
                visitors,
                unique,
                lists,
                callers,
                day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
