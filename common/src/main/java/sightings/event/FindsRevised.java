package sightings.event;

import java.time.Instant;
import java.util.List;
import sightings.dataset.CatalogueVersion;

/**
 * The kept observations of one partition were read again, since the catalogue or the rules had changed; the outside was
 * not asked. All events of one change together say what it did: {@code read} and the counts add up over the partitions.
 *
 * @param partition of topic {@code observations}
 * @param partitions how many there are
 * @param before the catalogue by which they had been read
 * @param after the catalogue by which they were read now
 * @param rulesBefore number of the rules by which they had been read, 0 where that is not known
 * @param rulesAfter number of the rules by which they were read now
 * @param aliases CloudEvents ids of the {@link AliasAdded} and {@link AliasRemoved} that were not heeded before
 * @param read places read again
 * @param gained finds that count now and did not before
 * @param lost finds that no longer count
 * @param altered finds whose grade, rule, line or snippet is another one now
 * @param complete whether all places were read; else the catalogue changed meanwhile, and another event follows
 * @param datasets the counts by dataset, those with any, by id
 * @param time when
 */
public record FindsRevised(
        int partition,
        int partitions,
        CatalogueVersion before,
        CatalogueVersion after,
        int rulesBefore,
        int rulesAfter,
        List<String> aliases,
        long read,
        long gained,
        long lost,
        long altered,
        boolean complete,
        List<DatasetRevised> datasets,
        Instant time)
        implements CatalogueEvent {

    public FindsRevised {
        aliases = List.copyOf(aliases);
        datasets = List.copyOf(datasets);
    }

    @Override
    public String subject() {
        return "revised/" + partition;
    }
}
