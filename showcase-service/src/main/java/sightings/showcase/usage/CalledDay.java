package sightings.showcase.usage;

import java.time.LocalDate;
import java.util.List;
import sightings.dataset.DatasetId;
import sightings.event.CallerCell;
import sightings.showcase.index.Index;

/**
 * The part of a {@link UsageDocument} that tells through what a dataset was called.
 *
 * @param dataset the dataset
 * @param day UTC day
 * @param callers its callers
 */
record CalledDay(DatasetId dataset, LocalDate day, List<CallerCell> callers) {

    /** Those documents again, of which no more than this is fetched. */
    static final Index<CalledDay> INDEX = new Index<>(UsageDocument.INDEX.name(), CalledDay.class);

    CalledDay {
        callers = List.copyOf(callers);
    }
}
