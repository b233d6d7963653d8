package sightings.ingest.github;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sightings.event.Event;
import sightings.event.PlaceGone;
import sightings.event.PlaceObserved;
import sightings.evidence.Hashes;
import sightings.evidence.Observation;
import sightings.evidence.Place;
import sightings.evidence.Subject;
import sightings.ingest.github.Counts.Of;
import sightings.ingest.github.SearchPage.Hit;
import sightings.ingest.watching.Checkpoints;
import sightings.ingest.watching.ObservedText;
import sightings.ingest.watching.Outlet;

/**
 * Reads what a search found in a repository, and later looks whether it is still there. What is told of a repository is
 * committed with what is known of it, so that each observation is told once however often a search repeats itself.
 */
final class RepositoryReader {

    /** So that one repository full of data cannot fill a checkpoint. */
    private static final int MAX_FILES = 2_000;

    private final GitHubApi api;
    private final String web;
    private final Checkpoints checkpoints;
    private final Outlet outlet;
    private final Copies copies;
    private final Counts counts;
    private final InstantSource clock;
    /** Sent with the state that says so and not before, so that a limit in between leaves no half of it. */
    private final List<Event> told = new ArrayList<>();

    RepositoryReader(
            GitHubApi api,
            String web,
            Checkpoints checkpoints,
            Outlet outlet,
            Copies copies,
            Counts counts,
            InstantSource clock) {
        this.api = api;
        this.web = web;
        this.checkpoints = checkpoints;
        this.outlet = outlet;
        this.copies = copies;
        this.counts = counts;
        this.clock = clock;
    }

    /** Reads those of the found files that are new or have changed. */
    void visit(long id, List<Hit> hits) throws IOException {
        counts.add(Of.FOUND, hits.size());
        var known = known(id);
        var news = hits.stream().filter(hit -> isNews(known, hit)).toList();
        counts.add(Of.UNCHANGED, hits.size() - news.size());
        if (news.isEmpty()) {
            return;
        }
        if (news.getFirst().hidden()
                || !(api.repository(id, null) instanceof Reply.Found found)
                || read(found).hidden()) {
            // The index is older than the repository; only a look at a known place decides that it is gone.
            counts.add(Of.SKIPPED, news.size());
            return;
        }
        var answer = read(found);
        counts.add(Of.REPOSITORIES, 1);
        var visit = new Visit(known, answer);
        visit.moveFiles();
        known.commit(news.getFirst().commit());
        known.describedBy(answer, found.etag());
        for (Hit hit : news) {
            if (hit.path() == null) {
                visit.readme(hit.version());
            } else {
                visit.found(hit.path(), hit.version());
            }
        }
        known.checkedAt(clock.instant());
        commit(known);
    }

    /** Looks whether what was observed in the repository is still there, asking only for what has changed. */
    void check(long id) throws IOException {
        var known = known(id);
        counts.add(Of.CHECKED, 1);
        // Where the number of copies has changed, the facts are needed even if GitHub's have not.
        int copied = copies.of(Objects.requireNonNullElse(known.forkOf(), id));
        switch (api.repository(id, copied == known.copiesTold() ? known.etag() : null)) {
            case Reply.Unchanged _ -> known.missingSince(null);
            case Reply.Found found -> {
                var answer = read(found);
                if (answer.hidden()) {
                    missing(known, "The repository is not public any more.");
                } else {
                    look(known, answer, found.etag());
                }
            }
            case Reply.Missing(int status) -> missing(known, reason(status));
            case Reply.Refused _ -> counts.add(Of.FAILED, 1);
        }
        known.copiesTold(copied);
        known.checkedAt(clock.instant());
        commit(known);
    }

    /** Takes from the record the places that have been gone for long enough. */
    void forget(long id) {
        var known = known(id);
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

    private void look(KnownRepository known, RepositoryAnswer answer, @Nullable String etag) throws IOException {
        var visit = new Visit(known, answer);
        visit.moveFiles();
        known.describedBy(answer, etag);
        if (!visit.subjectHash().equals(known.told())) {
            for (String path : List.copyOf(known.files().keySet())) {
                visit.lookAt(path);
            }
            visit.tellFacts();
        }
    }

    /** One answer is not believed: places that are missed on two days are gone. */
    private void missing(KnownRepository known, String reason) {
        var since = known.missingSince();
        if (since == null) {
            known.missingSince(clock.instant());
        } else if (Rechecks.isConfirmed(since, clock.instant())) {
            List.copyOf(known.files().keySet()).forEach(path -> gone(known, path, reason));
            copies.gone(known.id());
            known.missingSince(null);
        }
    }

    private static String reason(int status) {
        return switch (status) {
            case 451 -> "The repository is blocked for legal reasons.";
            case 403 -> "The repository cannot be read any more.";
            default -> "The repository was deleted or made private.";
        };
    }

    private void gone(KnownRepository known, String path, String reason) {
        var file = known.files().remove(path);
        if (file != null && file.copyOf() == null && known.name() != null) {
            var place = place(known, path);
            told.add(new PlaceGone(GitHubWatcher.SOURCE, place, reason, clock.instant()));
            known.gone().put(place, clock.instant());
            counts.add(Of.GONE, 1);
        }
    }

    private boolean isNews(KnownRepository known, Hit hit) {
        if (hit.path() == null) {
            return !hit.version().equals(known.readmeAt());
        }
        var file = known.files().get(hit.path());
        if (file == null) {
            return !hit.version().equals(known.unread().get(hit.path()));
        }
        boolean orphan = file.copyOf() != null && !copies.isThere(file.copyOf());
        return orphan || !hit.version().equals(file.sha());
    }

    private RepositoryAnswer read(Reply.Found found) throws IOException {
        try {
            return RepositoryAnswer.read(found.body(), web);
        } catch (IllegalArgumentException e) {
            throw new IOException("What GitHub says of a repository cannot be read", e);
        }
    }

    private String place(KnownRepository known, String path) {
        return web + "/" + known.name() + "/blob/" + known.branch() + "/" + GitHubApi.encodePath(path);
    }

    private KnownRepository known(long id) {
        told.clear();
        return KnownRepository.of(id, checkpoints.of(KnownRepository.part(id)).orElse(Map.of()));
    }

    private void commit(KnownRepository known) {
        told.forEach(outlet::send);
        outlet.commit(KnownRepository.part(known.id()), known.toMap());
    }

    /** A repository with its facts at hand. */
    private final class Visit {

        private final KnownRepository known;
        private final RepositoryAnswer answer;
        private boolean factsTold;

        Visit(KnownRepository known, RepositoryAnswer answer) {
            this.known = known;
            this.answer = answer;
            if (answer.forkOf() != null) {
                copies.copied(answer.forkOf(), known.id());
            }
        }

        /** Where it was renamed, or has another branch in front, its files are at other addresses: told as such. */
        void moveFiles() throws IOException {
            var name = known.name();
            if (name == null
                    || name.equals(answer.fullName())
                            && Objects.requireNonNullElse(known.branch(), "").equals(answer.branch())) {
                return;
            }
            var own = new TreeMap<>(known.files());
            own.values().removeIf(file -> file.copyOf() != null);
            own.keySet()
                    .forEach(path -> gone(known, path, "The file has moved to another address with its repository."));
            known.describedBy(answer, null);
            for (String path : own.keySet()) {
                counts.add(Of.AGAIN, 1);
                fetch(path, null);
            }
        }

        /** Reads a file that a search found, unless it is a copy of what was read elsewhere. */
        void found(String path, String sha) throws IOException {
            var before = known.files().get(path);
            if (before != null && before.sha().equals(sha) && before.copyOf() == null) {
                // Read a moment ago because its repository had moved.
                counts.add(Of.UNCHANGED, 1);
                return;
            }
            if (before == null && known.files().size() >= MAX_FILES) {
                counts.add(Of.SKIPPED, 1);
                return;
            }
            if (isCopy(before, sha)) {
                copy(path, sha);
                return;
            }
            switch (fetch(path, before == null || before.copyOf() != null ? null : before.etag())) {
                case OBSERVED -> counts.add(Of.READ, 1);
                case UNCHANGED -> counts.add(Of.UNCHANGED, 1);
                case UNREADABLE -> {
                    known.unread().put(path, sha);
                    counts.add(Of.SKIPPED, 1);
                }
                case REFUSED -> {
                    known.unread().put(path, sha);
                    counts.add(Of.FAILED, 1);
                }
            }
        }

        void readme(String pushedAt) throws IOException {
            known.readmeAt(pushedAt);
            if (!(api.readme(known.id()) instanceof Reply.Found found)) {
                counts.add(Of.SKIPPED, 1);
                return;
            }
            var file = file(found);
            if (file == null || file.text() == null || file.path().isEmpty()) {
                counts.add(Of.SKIPPED, 1);
                return;
            }
            var before = known.files().get(file.path());
            if (before != null && before.sha().equals(file.sha())) {
                counts.add(Of.UNCHANGED, 1);
            } else if (isCopy(before, file.sha())) {
                copy(file.path(), file.sha());
            } else {
                // Its ETag is the README's, not the file's.
                observe(file.path(), file, null);
                counts.add(Of.READ, 1);
            }
        }

        private boolean isCopy(@Nullable KnownFile before, String sha) {
            return (before == null || before.copyOf() != null) && copies.original(sha, known.id()) != null;
        }

        private void copy(String path, String sha) {
            var original = copies.original(sha, known.id());
            known.files().put(path, new KnownFile(sha, null, original));
            copies.copied(Objects.requireNonNull(original), known.id());
            counts.add(Of.COPIES, 1);
        }

        /** Looks again at a file that is known. */
        void lookAt(String path) throws IOException {
            var file = Objects.requireNonNull(known.files().get(path));
            switch (fetch(path, file.etag())) {
                case OBSERVED -> counts.add(Of.AGAIN, 1);
                case UNCHANGED -> {}
                case UNREADABLE ->
                    gone(known, path, "The file is not in the repository any more, or no longer a text.");
                case REFUSED -> counts.add(Of.FAILED, 1);
            }
        }

        /** Tells the repository's facts by observing one of its files again, where nothing else has told them. */
        void tellFacts() throws IOException {
            if (factsTold) {
                return;
            }
            for (var file : List.copyOf(known.files().entrySet())) {
                if (file.getValue().copyOf() == null) {
                    // Without its hash and ETag the file counts as changed.
                    known.files().put(file.getKey(), new KnownFile("", null, null));
                    lookAt(file.getKey());
                    if (factsTold) {
                        return;
                    }
                }
            }
            known.told(subjectHash());
            known.copiesTold(copies());
        }

        private Outcome fetch(String path, @Nullable String etag) throws IOException {
            return switch (api.file(known.id(), path, etag)) {
                case Reply.Unchanged _ -> Outcome.UNCHANGED;
                case Reply.Missing(int status) -> status == 403 ? Outcome.REFUSED : Outcome.UNREADABLE;
                case Reply.Refused _ -> Outcome.REFUSED;
                case Reply.Found found -> {
                    var file = file(found);
                    if (file == null) {
                        yield Outcome.REFUSED;
                    }
                    if (file.text() == null) {
                        yield Outcome.UNREADABLE;
                    }
                    var before = known.files().get(path);
                    if (before != null && before.sha().equals(file.sha()) && before.copyOf() == null) {
                        known.files().put(path, new KnownFile(file.sha(), found.etag(), null));
                        yield Outcome.UNCHANGED;
                    }
                    observe(path, file, found.etag());
                    yield Outcome.OBSERVED;
                }
            };
        }

        private @Nullable FileAnswer file(Reply.Found found) {
            try {
                return FileAnswer.read(found.body());
            } catch (IllegalArgumentException e) {
                return null;
            }
        }

        private void observe(String path, FileAnswer file, @Nullable String etag) {
            var observed = ObservedText.of(Objects.requireNonNull(file.text()));
            var place = place(known, path);
            told.add(new PlaceObserved(new Observation(
                    GitHubWatcher.SOURCE,
                    new Place(place, path, null),
                    subject(),
                    clock.instant(),
                    null,
                    observed.text(),
                    List.of(),
                    observed.truncated())));
            known.files().put(path, new KnownFile(file.sha(), etag, null));
            known.unread().remove(path);
            known.gone().remove(place);
            copies.firstSeen(file.sha(), known.id());
            known.told(subjectHash());
            known.copiesTold(copies());
            factsTold = true;
        }

        private int copies() {
            return copies.of(answer.forkOf() == null ? known.id() : answer.forkOf());
        }

        private Subject subject() {
            return answer.subject(answer.forkOf() == null ? known.commit() : null, copies());
        }

        String subjectHash() {
            return Hashes.id(subject().toString(), answer.pushedAt());
        }
    }

    private enum Outcome {
        OBSERVED,
        UNCHANGED,
        /** It is gone, no text, or too large. */
        UNREADABLE,
        REFUSED
    }
}
