package sightings.ingest.github;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sightings.evidence.GoneReason;
import sightings.ingest.github.Counts.Of;

/** Looks whether what was observed in a repository is still there, asking only for what has changed. */
final class RepositoryCheck {

    private final GitHubApi api;
    private final String web;
    private final Ledger ledger;
    private final Copies copies;
    private final Counts counts;
    private final InstantSource clock;

    RepositoryCheck(GitHubApi api, String web, Ledger ledger, Copies copies, Counts counts, InstantSource clock) {
        this.api = api;
        this.web = web;
        this.ledger = ledger;
        this.copies = copies;
        this.counts = counts;
        this.clock = clock;
    }

    /** Looks at this repository and tells what has become of it. */
    void look(long id) throws IOException {
        var known = ledger.open(id);
        counts.add(Of.CHECKED, 1);
        // Where the number of copies has changed, the facts are needed even if GitHub's have not.
        int copied = copies.of(Objects.requireNonNullElse(known.forkOf(), id));
        boolean all = copied == known.copiesTold() && known.pending().isEmpty();
        switch (api.repository(id, all ? known.etag() : null)) {
            case Reply.Unchanged _ -> unchanged(known);
            case Reply.Found found -> {
                var answer = RepositoryAnswer.of(found, web);
                if (answer.hidden()) {
                    missing(known, GoneReason.REPOSITORY_HIDDEN);
                } else {
                    look(known, answer, found.etag());
                }
            }
            case Reply.Missing(int status) -> missing(known, reason(status));
            case Reply.Refused _ -> counts.add(Of.FAILED, 1);
        }
        known.copiesTold(copied);
        ledger.close(known);
    }

    private void look(KnownRepository known, RepositoryAnswer answer, @Nullable String etag) throws IOException {
        var visit = new RepositoryVisit(api, ledger, copies, counts, known, answer);
        visit.moveFiles();
        known.describedBy(answer, null);
        if (visit.subjectHash().equals(known.looked())) {
            unchanged(known);
        } else {
            visit.lookAtAll();
            visit.tellFacts();
        }
        known.etag(etag);
    }

    /** A repository that nobody has pushed to has the same files. */
    private void unchanged(KnownRepository known) {
        known.missingSince(null);
        if (ledger.confirms(known)) {
            known.files().keySet().forEach(path -> ledger.confirmed(known, path));
            ledger.confirmedAll(known);
        }
    }

    /** One answer is not believed: places that are missed on two days are gone. */
    private void missing(KnownRepository known, GoneReason reason) {
        var since = known.missingSince();
        if (since == null) {
            known.missingSince(clock.instant());
        } else if (Rechecks.isConfirmed(since, clock.instant())) {
            List.copyOf(known.files().keySet()).forEach(path -> ledger.gone(known, path, reason));
            known.pending().clear();
            copies.gone(known.id());
            known.missingSince(null);
        }
    }

    private static GoneReason reason(int status) {
        return switch (status) {
            case 451 -> GoneReason.REPOSITORY_BLOCKED;
            case 403 -> GoneReason.REPOSITORY_CLOSED;
            default -> GoneReason.REPOSITORY_REMOVED;
        };
    }
}
