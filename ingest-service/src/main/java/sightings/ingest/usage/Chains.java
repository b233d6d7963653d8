package sightings.ingest.usage;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The chains of each visitor and URL, in a store that is sorted by time. An access joins at most the chain before it and the one
 * behind it, so that it costs the same however many came before; and since chains only grow together, those of a set of
 * accesses are the same in whatever order they came.
 */
final class Chains {

    private static final int LAST_SECOND = 86_399;

    private final KeyValueStore<String, String> store;
    private final Chaining chaining;

    Chains(KeyValueStore<String, String> store, Chaining chaining) {
        this.store = store;
        this.chaining = chaining;
    }

    /** Takes in an access where there is no chain yet. */
    Tally begin(String url, Chain access) {
        var changes = new Tally();
        put(url, access, changes);
        return changes;
    }

    /**
     * Takes an access in.
     *
     * @param url beginning of the keys of this visitor, day and URL
     * @return by how much this changes the count of each cell
     */
    Tally add(String url, Chain access) {
        var changes = new Tally();
        var joined = access;
        for (var chain : near(url, access.start())) {
            changes.add(chain.cell(), chain.counts() ? -1 : 0);
            joined = chaining.joined(chain, joined);
            store.delete(url + Chain.digits(chain.start()));
        }
        put(url, joined, changes);
        return changes;
    }

    private void put(String url, Chain chain, Tally changes) {
        store.put(url + Chain.digits(chain.start()), chain.write());
        changes.add(chain.cell(), chain.counts() ? 1 : 0);
    }

    /** Those that the access joins, two at most. */
    private List<Chain> near(String url, int second) {
        var near = new ArrayList<Chain>(2);
        var latest = url + Chain.digits(Math.min(second + chaining.gap(), LAST_SECOND));
        try (var before = store.reverseRange(url + Chain.digits(0), latest)) {
            while (before.hasNext()) {
                var entry = before.next();
                var chain = Chain.read(Integer.parseInt(entry.key, url.length(), entry.key.length(), 10), entry.value);
                if (chain.end() < second - chaining.gap()) {
                    break;
                }
                near.add(chain);
            }
        }
        return near;
    }
}
