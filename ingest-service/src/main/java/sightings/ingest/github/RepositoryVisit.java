package sightings.ingest.github;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sightings.evidence.GoneReason;
import sightings.evidence.Hashes;
import sightings.evidence.Subject;
import sightings.ingest.github.Counts.Of;

/** Reads files of one repository, whose facts are at hand, and tells what they say as of that repository. */
final class RepositoryVisit {

    /** So that one repository full of data cannot fill a checkpoint. */
    private static final int MAX_FILES = 2_000;

    private final GitHubApi api;
    private final Ledger ledger;
    private final Copies copies;
    private final Counts counts;
    private final KnownRepository known;
    private final RepositoryAnswer answer;
    private final boolean confirms;

    RepositoryVisit(
            GitHubApi api,
            Ledger ledger,
            Copies copies,
            Counts counts,
            KnownRepository known,
            RepositoryAnswer answer) {
        this.api = api;
        this.ledger = ledger;
        this.copies = copies;
        this.counts = counts;
        this.known = known;
        this.answer = answer;
        this.confirms = ledger.confirms(known);
        if (answer.forkOf() != null) {
            copies.copied(answer.forkOf(), known.id());
        }
    }

    /**
     * Where it was renamed, or has another branch in front, its files are at other addresses: told as such. Then goes on
     * with what an earlier look did not get through.
     */
    void moveFiles() throws IOException {
        var name = known.name();
        if (name != null
                && (!name.equals(answer.fullName())
                        || !Objects.requireNonNullElse(known.branch(), "").equals(answer.branch()))) {
            known.pendingFor(subjectHash());
            known.pending().addAll(known.files().keySet());
            var own = new TreeMap<>(known.files());
            own.values().removeIf(file -> file.copyOf() != null);
            own.keySet().forEach(path -> ledger.gone(known, path, GoneReason.FILE_MOVED));
            known.describedBy(answer, null);
        }
        goOn();
    }

    /** Looks at all files, as far as that was not begun for the repository as it is now. */
    void lookAtAll() throws IOException {
        var hash = subjectHash();
        if (!hash.equals(known.pendingFor())) {
            known.pendingFor(hash);
            known.pending().addAll(known.files().keySet());
        }
        goOn();
        known.pendingFor(null);
        known.looked(hash);
        if (confirms) {
            ledger.confirmedAll(known);
        }
    }

    private void goOn() throws IOException {
        while (!known.pending().isEmpty()) {
            var path = known.pending().first();
            lookAt(path);
            known.pending().remove(path);
            ledger.portion(known);
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
        if (before != null && before.copyOf() != null) {
            // No copy any more, be it that it has changed or that what it was copied from is gone.
            known.files().remove(path);
        }
        var own = known.files().get(path);
        switch (fetch(path, own == null ? null : own.etag())) {
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
        known.files().put(path, new KnownFile(sha, null, original, false));
        copies.copied(Objects.requireNonNull(original), known.id());
        counts.add(Of.COPIES, 1);
    }

    /** Looks again at a file that is known, or was before its repository moved. */
    private void lookAt(String path) throws IOException {
        var file = known.files().get(path);
        switch (fetch(path, file == null ? null : file.etag())) {
            case OBSERVED -> counts.add(Of.AGAIN, 1);
            case UNCHANGED -> {
                if (confirms) {
                    ledger.confirmed(known, path);
                }
            }
            case UNREADABLE -> ledger.gone(known, path, GoneReason.FILE_REMOVED);
            case REFUSED -> counts.add(Of.FAILED, 1);
        }
    }

    /** Tells the repository's facts by observing one of its files again, where nothing else has told them. */
    void tellFacts() throws IOException {
        for (var file : List.copyOf(known.files().entrySet())) {
            if (subjectHash().equals(known.told())) {
                return;
            }
            if (file.getValue().copyOf() == null) {
                // Without its hash and ETag the file counts as changed.
                known.files().put(file.getKey(), new KnownFile("", null, null, false));
                lookAt(file.getKey());
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
                if (before != null && before.sha().equals(file.sha())) {
                    known.files().put(path, new KnownFile(file.sha(), found.etag(), before.copyOf(), before.isShort()));
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
        var text = Objects.requireNonNull(file.text());
        ledger.observed(known, path, text, subject());
        var read = KnownFile.read(file.sha(), etag, text);
        known.files().put(path, read);
        known.unread().remove(path);
        if (!read.isShort()) {
            copies.firstSeen(file.sha(), known.id());
        }
        known.told(subjectHash());
        known.copiesTold(copies());
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

    private enum Outcome {
        OBSERVED,
        UNCHANGED,
        /** It is gone, no text, or too large. */
        UNREADABLE,
        REFUSED
    }
}
