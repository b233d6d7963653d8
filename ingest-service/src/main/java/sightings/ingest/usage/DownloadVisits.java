package sightings.ingest.usage;

import org.apache.kafka.streams.state.KeyValueStore;
import sightings.event.AccessKind;
import sightings.event.DatasetAccessed;
import sightings.ingest.usage.SuccessfulDay.Answer;

/**
 * Visits under the profile of every successful download, access by access: the same numbers as {@link SuccessfulDay} gives
 * for sorted ones. Its state is how many answers of each kind count, and the redirects by cell: the first redirects of a day
 * are taken for those that led to the answers, and what is left of them counts.
 */
final class DownloadVisits extends Visits {

    private static final String ANSWERED = "a\t";
    private static final String REDIRECTED = "r\t";
    private static final AccessKind[] KINDS = AccessKind.values();

    DownloadVisits(KeyValueStore<String, String> store) {
        super(Profile.EVERY_DOWNLOAD, store, Chaining.RANGES);
    }

    @Override
    void take(DatasetAccessed access, String visit, Tally state, Tally changes) {
        var cell = Cell.of(access).key();
        var answer = Answer.of(access.status());
        if (answer == Answer.REDIRECT) {
            state.add(REDIRECTED + cell, 1);
            return;
        }
        var counted = chained(access, visit + access.kind() + '/', state, answer == Answer.PART);
        if (answer == Answer.WHOLE) {
            counted.add(cell, 1);
            for (var caller : Callers.of(access)) {
                changes.add(DayKey.CALLS + caller, 1);
                if (state.of(DayKey.CALLING + caller) == 0) {
                    state.add(DayKey.CALLING + caller, 1);
                }
            }
        }
        counted.forEach((key, change) -> {
            changes.add(DayKey.CELL + key, change);
            state.add(ANSWERED + access.kind(), change);
        });
    }

    @Override
    Tally gives(Tally state) {
        var given = new Tally();
        if (!state.isEmpty()) {
            giveVisitor(state, given);
            state.beginningWith(DayKey.CALLING).keySet().forEach(caller -> given.add(caller, 1));
            for (var kind : KINDS) {
                giveRedirects(state, kind, given);
            }
        }
        return given;
    }

    private static void giveRedirects(Tally state, AccessKind kind, Tally given) {
        long paired = state.of(ANSWERED + kind);
        for (var redirects : state.beginningWith(REDIRECTED).entrySet()) {
            var key = redirects.getKey().substring(REDIRECTED.length());
            var cell = Cell.ofKey(key);
            if (cell != null && cell.kind() == kind) {
                long left = Math.max(0, redirects.getValue() - paired);
                paired = Math.max(0, paired - redirects.getValue());
                given.add(DayKey.CELL + key, left);
            }
        }
    }
}
