package sightings.ingest.usage;

import org.apache.kafka.streams.state.KeyValueStore;
import sightings.event.AccessClass;
import sightings.event.AccessKind;
import sightings.event.DatasetAccessed;

/**
 * Visits by the COUNTER Code of Practice, access by access: the same numbers as {@link VisitorDay} gives for sorted ones. Its
 * state is how many clicks stayed in each hour, by class and whether they fetched data; a session is counted in the first of
 * its classes, since one visitor may have several where the log names visitors itself.
 */
final class CodeVisits extends Visits {

    private static final AccessClass[] CLASSES = AccessClass.values();
    private static final int HOUR = 2;

    CodeVisits(KeyValueStore<String, String> store) {
        super(Profile.COUNTER_RD, store, Chaining.DOUBLE_CLICKS);
    }

    @Override
    void take(DatasetAccessed access, String visit, Tally state, Tally changes) {
        chained(access, visit, state, true).forEach((key, change) -> {
            changes.add(DayKey.CELL + key, change);
            var cell = Cell.ofKey(key);
            if (cell != null) {
                var hour = key.substring(0, HOUR);
                state.add(DayKey.session(DayKey.INVESTIGATED, hour, cell.accessClass()), change);
                if (cell.kind() != AccessKind.VIEW) {
                    state.add(DayKey.session(DayKey.REQUESTED, hour, cell.accessClass()), change);
                }
            }
        });
    }

    @Override
    Tally gives(Tally state) {
        var given = new Tally();
        if (!state.isEmpty()) {
            giveVisitor(state, given);
            giveSessions(state, DayKey.INVESTIGATED, given);
            giveSessions(state, DayKey.REQUESTED, given);
        }
        return given;
    }

    private static void giveSessions(Tally state, String what, Tally given) {
        state.beginningWith(what).keySet().stream()
                .map(key -> key.substring(what.length(), what.length() + HOUR))
                .distinct()
                .forEach(hour -> given.add(first(state, what, hour), 1));
    }

    private static String first(Tally state, String what, String hour) {
        for (var accessClass : CLASSES) {
            var key = DayKey.session(what, hour, accessClass);
            if (state.of(key) > 0) {
                return key;
            }
        }
        throw new IllegalStateException("An hour is there because of one of its classes");
    }
}
