package sightings.showcase.uses;

import static sightings.showcase.uses.ElasticsearchParts.any;
import static sightings.showcase.uses.ElasticsearchParts.ascending;
import static sightings.showcase.uses.ElasticsearchParts.descending;
import static sightings.showcase.uses.ElasticsearchParts.is;
import static sightings.showcase.uses.ElasticsearchParts.stillSighted;
import static sightings.showcase.uses.ElasticsearchParts.withMembers;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import sightings.evidence.Grade;
import sightings.showcase.index.Documents;
import sightings.showcase.index.Page;
import sightings.showcase.index.TextSearch;

/** The pages of the desk's inbox. */
final class ElasticsearchInbox {

    private static final int MANY = 10_000;
    private static final List<UseStatus> OF_THEIR_OWN =
            List.of(UseStatus.DISCOVERED, UseStatus.PUBLISHED, UseStatus.REJECTED);

    private final Documents documents;
    private final ElasticsearchWholeUses whole;

    ElasticsearchInbox(Documents documents, ElasticsearchWholeUses whole) {
        this.documents = documents;
        this.whole = whole;
    }

    /** A page of the uses that pass this filter. */
    Page<UseDocument> page(InboxFilter filter, int page, int size) {
        var narrow = new ArrayList<Query>();
        if (!filter.status().isEmpty()) {
            narrow.add(any("status", filter.status().stream().map(Enum::name)));
            if (!filter.status().contains(UseStatus.PUBLISHED)) {
                narrow.add(stillSighted());
            }
        } else {
            narrow.add(any("status", OF_THEIR_OWN.stream().map(Enum::name)));
        }
        if (filter.dataset() != null) {
            narrow.add(whole.using(List.of(filter.dataset())));
        }
        if (filter.sourceKind() != null) {
            var kind = filter.sourceKind();
            narrow.add(Query.of(q -> q.prefix(prefix -> prefix.field("sources").value(kind))));
        }
        if (filter.kind() != null) {
            narrow.add(is("about.kind", filter.kind().name()));
        }
        var grade = filter.grade();
        if (grade != null) {
            narrow.add(any(
                    "grade",
                    Stream.of(Grade.values())
                            .filter(each -> each.compareTo(grade) <= 0)
                            .map(Enum::name)));
        }
        var text = filter.text();
        if (text != null && TextSearch.isAsked(text)) {
            narrow.add(TextSearch.of(
                    text,
                    List.of(
                            "about.title^3",
                            "about.title.beginnings",
                            "about.summary",
                            "about.url",
                            "about.maker.name",
                            "story.title.*")));
        }
        return page(narrow, filter.sort(), page, size);
    }

    /**
     * The index has each use's own score and times only. Those into which others were merged are few: they are put
     * together first, and then into their places among the others. A page is looked for no further up than they can move
     * it.
     */
    private Page<UseDocument> page(List<Query> narrow, InboxFilter.Sort sort, int page, int size) {
        var first = switch (sort) {
            case SCORE -> descending("score");
            case NEWEST -> descending("firstSeen");
            case RECENT -> descending("lastSeen");
        };
        var together = whole.of(documents.list(
                UseDocument.INDEX,
                search -> search.query(q -> q.bool(bool -> bool.filter(narrow).filter(withMembers())))
                        .size(MANY)
                        .sort(ascending("id"))));
        int wanted = Math.clamp(page, 1, Math.max(1, Page.REACH / size));
        int from = (wanted - 1) * size;
        int begin = Math.max(0, from - together.size());
        var alone = documents.search(
                UseDocument.INDEX,
                search -> search.query(q -> q.bool(bool -> bool.filter(narrow).mustNot(withMembers())))
                        .from(begin)
                        .size(Math.min(from - begin + size, Page.REACH - begin))
                        .trackTotalHits(total -> total.enabled(true))
                        .sort(first, descending("firstSeen"), ascending("id")));
        var items = Stream.concat(
                        alone.hits().hits().stream().flatMap(hit -> Stream.ofNullable(hit.source())), together.stream())
                .sorted(order(sort))
                .skip(from - begin)
                .limit(size)
                .toList();
        return new Page<>(items, Documents.total(alone) + together.size(), wanted, size);
    }

    private static Comparator<UseDocument> order(InboxFilter.Sort sort) {
        Comparator<UseDocument> first = switch (sort) {
            case SCORE -> Comparator.comparing(UseDocument::score);
            case NEWEST -> Comparator.comparing(UseDocument::firstSeen);
            case RECENT -> Comparator.comparing(UseDocument::lastSeen);
        };
        return first.thenComparing(UseDocument::firstSeen)
                .reversed()
                .thenComparing(use -> use.id().value());
    }
}
