package sightings.ingest.usage;

import org.apache.kafka.streams.state.KeyValueStore;
import sightings.event.DatasetAccessed;

/**
 * What visitors did with datasets on a day, under the rules of one profile. What one visitor gives to the counts of a
 * dataset's day follows from the set of their accesses; each access says by how much it changes that.
 */
abstract sealed class Visits permits CodeVisits, DownloadVisits {

    private static final int DAY = 86_400;

    private final Profile profile;
    private final KeyValueStore<String, String> store;
    private final Chains chains;

    Visits(Profile profile, KeyValueStore<String, String> store, Chaining chaining) {
        this.profile = profile;
        this.store = store;
        this.chains = new Chains(store, chaining);
    }

    final Profile profile() {
        return profile;
    }

    /**
     * Takes in an access that counts and came for the first time.
     *
     * @return by how much it changes the counts of its dataset's day, by the names that {@link DayKey} gives them
     */
    final Tally add(DatasetAccessed access) {
        var visit = key(access) + profile.name() + '/';
        var known = store.get(visit);
        var before = known == null ? "" : known;
        var state = Tally.read(before);
        var changes = new Tally();
        take(access, visit, state, changes);
        noteLists(access, state);
        var after = state.write();
        if (!after.equals(before)) {
            changes.add(gives(state), 1);
            changes.add(gives(Tally.read(before)), -1);
            store.put(visit, after);
        }
        return changes;
    }

    /**
     * Takes the access in.
     *
     * @param visit beginning of the keys of this visitor, dataset and day
     * @param state what is known of the visit, to be brought up to date
     * @param changes takes what cells change by at once
     */
    abstract void take(DatasetAccessed access, String visit, Tally state, Tally changes);

    /** What a visit of this state gives to its dataset's day, beyond cells that are told as they change. */
    abstract Tally gives(Tally state);

    /**
     * Adds the access to its chain, and says by how much each cell changes.
     *
     * @param state what is known of the visit; empty where this is its first access
     */
    final Tally chained(DatasetAccessed access, String visit, Tally state, boolean counts) {
        // A record from before there was this digest has a URL of its own: two such accesses are never taken for one.
        var url = access.url() == null ? access.line() : access.url();
        int second = (int) Math.floorMod(access.time().getEpochSecond(), (long) DAY);
        var chain = Chain.of(second, counts, Cell.of(access).key());
        // Whoever comes for the first time has no chains: most come once, and looking for some is what takes longest.
        return state.isEmpty() ? chains.begin(visit + url + '/', chain) : chains.add(visit + url + '/', chain);
    }

    private static void noteLists(DatasetAccessed access, Tally state) {
        var lists = access.lists();
        if (lists != null && state.of(DayKey.lists(lists)) == 0) {
            state.add(DayKey.lists(lists), 1);
        }
    }

    /** That there was a visitor, and by which lists they were told apart from a robot: of each visit once. */
    static void giveVisitor(Tally state, Tally given) {
        given.add(DayKey.VISITORS, 1);
        state.beginningWith(DayKey.LISTS).keySet().forEach(lists -> given.add(lists, 1));
    }

    /** Begins with the day, so that all of a day is forgotten together. */
    private static String key(DatasetAccessed access) {
        return String.join(
                        "/",
                        access.logDay().toString(),
                        access.part(),
                        access.visitor().value(),
                        access.dataset().value())
                + '/';
    }
}
