package sightings.ingest.github;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sightings.event.Event;
import sightings.event.PlaceConfirmed;
import sightings.event.PlaceGone;
import sightings.event.PlaceObserved;
import sightings.evidence.GoneReason;
import sightings.evidence.Observation;
import sightings.evidence.Place;
import sightings.evidence.Subject;
import sightings.ingest.github.Counts.Of;
import sightings.ingest.watching.Checkpoints;
import sightings.ingest.watching.ObservedText;
import sightings.ingest.watching.Outlet;

/**
 * What is told of one repository at a time, and what is known of it: sent together and committed together, so that a limit
 * or a crash in between leaves no half of it and everything is told once. Of a repository with many files that is done in
 * portions, each with what is still to be looked at, so that memory is bounded and the next owner goes on behind the last.
 */
final class Ledger {

    /** Files that are looked at before what they say is sent. */
    private static final int PORTION = 50;

    private static final int PORTION_CHARACTERS = 4 << 20;
    /** A find that holds need not be told to hold more often. */
    private static final Duration CONFIRMED_EVERY = Duration.ofDays(30);

    private final String web;
    private final Checkpoints checkpoints;
    private final Outlet outlet;
    private final Counts counts;
    private final InstantSource clock;
    private final List<Event> told = new ArrayList<>();
    private long characters;
    private int looked;

    /** @param web address of GitHub's pages */
    Ledger(String web, Checkpoints checkpoints, Outlet outlet, Counts counts, InstantSource clock) {
        this.web = web;
        this.checkpoints = checkpoints;
        this.outlet = outlet;
        this.counts = counts;
        this.clock = clock;
    }

    /** What is known of this repository. What was told of another and not committed is dropped. */
    KnownRepository open(long id) {
        drop();
        return KnownRepository.of(id, checkpoints.of(KnownRepository.part(id)).orElse(Map.of()));
    }

    /** A file was read, and it is at its place now. */
    void observed(KnownRepository known, String path, String text, Subject subject) {
        var observed = ObservedText.of(text);
        var place = place(known, path);
        characters += observed.text().length();
        told.add(new PlaceObserved(new Observation(
                GitHubWatcher.SOURCE,
                new Place(place, path, null),
                subject,
                clock.instant(),
                null,
                observed.text(),
                List.of(),
                observed.truncated())));
        known.gone().remove(place);
    }

    /** Whether it is time to tell of the repository's files that they say the same. */
    boolean confirms(KnownRepository known) {
        var toldAt = known.toldAt();
        return toldAt != null && !clock.instant().isBefore(toldAt.plus(CONFIRMED_EVERY));
    }

    /** A file says what it said. Copies were never told. */
    void confirmed(KnownRepository known, String path) {
        var file = known.files().get(path);
        if (file != null && file.copyOf() == null && known.name() != null) {
            told.add(new PlaceConfirmed(GitHubWatcher.SOURCE, place(known, path), clock.instant()));
            counts.add(Of.CONFIRMED, 1);
        }
    }

    /** All of the repository's files were told or confirmed now. */
    void confirmedAll(KnownRepository known) {
        known.toldAt(clock.instant());
    }

    /** A known file is not there any more. Copies were never told, and so are not told as gone. */
    void gone(KnownRepository known, String path, GoneReason reason) {
        var file = known.files().remove(path);
        if (file != null && file.copyOf() == null && known.name() != null) {
            var place = place(known, path);
            told.add(new PlaceGone(GitHubWatcher.SOURCE, place, reason.with(), clock.instant()));
            known.gone().put(place, clock.instant());
            counts.add(Of.GONE, 1);
        }
    }

    /** Takes from the record the places of the repository that have been gone for long enough. */
    void forget(long id) {
        var known = open(id);
        var now = clock.instant();
        known.gone().entrySet().removeIf(gone -> {
            boolean over = KnownRepository.isForgotten(gone.getValue(), now);
            if (over) {
                outlet.forget(gone.getKey());
            }
            return over;
        });
        commit(known);
    }

    /** One more file was looked at: commits what was told so far where it is much; what is pending is gone on with after a crash. */
    void portion(KnownRepository known) {
        looked++;
        if (looked >= PORTION || characters >= PORTION_CHARACTERS) {
            commit(known);
        }
    }

    /** The repository was looked at now; all that was told of it and what is known of it is committed. */
    void close(KnownRepository known) {
        known.checkedAt(clock.instant());
        if (known.toldAt() == null) {
            known.toldAt(clock.instant());
        }
        commit(known);
    }

    private void commit(KnownRepository known) {
        told.forEach(outlet::send);
        drop();
        outlet.commit(KnownRepository.part(known.id()), known.toMap());
    }

    private void drop() {
        told.clear();
        characters = 0;
        looked = 0;
    }

    private String place(KnownRepository known, String path) {
        return web + "/" + known.name() + "/blob/" + known.branch() + "/" + GitHubApi.encodePath(path);
    }
}
