package sightings.ingest.github;

import java.io.IOException;
import java.util.List;
import sightings.ingest.github.Counts.Of;
import sightings.ingest.github.SearchPage.Hit;

/** Reads what a search found in a repository, each file again only when its content has changed. */
final class RepositoryReader {

    private final GitHubApi api;
    private final String web;
    private final Ledger ledger;
    private final Copies copies;
    private final Counts counts;

    RepositoryReader(GitHubApi api, String web, Ledger ledger, Copies copies, Counts counts) {
        this.api = api;
        this.web = web;
        this.ledger = ledger;
        this.copies = copies;
        this.counts = counts;
    }

    /** Reads those of the found files that are new or have changed. */
    void read(long id, List<Hit> hits) throws IOException {
        counts.add(Of.FOUND, hits.size());
        var known = ledger.open(id);
        var news = hits.stream().filter(hit -> isNews(known, hit)).toList();
        counts.add(Of.UNCHANGED, hits.size() - news.size());
        if (news.isEmpty()) {
            return;
        }
        if (news.getFirst().hidden() || !(api.repository(id, null) instanceof Reply.Found found)) {
            // The index is older than the repository; only a look at a known place decides that it is gone.
            counts.add(Of.SKIPPED, news.size());
            return;
        }
        var answer = RepositoryAnswer.of(found, web);
        if (answer.hidden()) {
            counts.add(Of.SKIPPED, news.size());
            return;
        }
        counts.add(Of.REPOSITORIES, 1);
        boolean first = known.files().isEmpty() && known.pending().isEmpty();
        var visit = new RepositoryVisit(api, ledger, copies, counts, known, answer);
        visit.moveFiles();
        known.commit(news.getFirst().commit());
        known.describedBy(answer, null);
        for (Hit hit : news) {
            if (hit.path() == null) {
                visit.readme(hit.version());
            } else {
                visit.found(hit.path(), hit.version());
            }
            ledger.portion(known);
        }
        if (first) {
            known.looked(visit.subjectHash());
        }
        // What a search did not find may have changed as well: the next look asks for all files then.
        known.etag(visit.subjectHash().equals(known.looked()) ? found.etag() : null);
        ledger.close(known);
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
}
