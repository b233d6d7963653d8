package sightings.showcase.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads documents of the live generation. Every method throws {@link IndexAway} while Elasticsearch cannot answer. */
@Component
public class Documents {

    private final ElasticsearchClient client;

    Documents(ElasticsearchClient client) {
        this.client = client;
    }

    /** The document as it is at this moment, searchable or not. */
    public <D> Optional<Versioned<D>> get(Index<D> index, String key) {
        var found = asking(() -> client.get(get -> get.index(index.name()).id(Index.idOf(key)), index.type()));
        var document = found.source();
        var version = found.version();
        return document == null || version == null ? Optional.empty() : Optional.of(new Versioned<>(document, version));
    }

    /** Those of these documents that are there, as they are at this moment, by key. */
    public <D> Map<String, D> getAll(Index<D> index, Collection<String> keys) {
        var all = new LinkedHashMap<String, D>();
        if (keys.isEmpty()) {
            return all;
        }
        var ordered = List.copyOf(new java.util.LinkedHashSet<>(keys));
        var found = asking(() -> client.mget(
                get -> get.index(index.name())
                        .ids(ordered.stream().map(Index::idOf).toList()),
                index.type()));
        for (int i = 0; i < ordered.size(); i++) {
            var answer = found.docs().get(i);
            var document = answer.isResult() ? answer.result().source() : null;
            if (document != null) {
                all.put(ordered.get(i), document);
            }
        }
        return all;
    }

    /** The whole answer to a search, for its aggregations. */
    public <D> SearchResponse<D> search(Index<D> index, UnaryOperator<SearchRequest.Builder> request) {
        return asking(() -> client.search(
                request.apply(new SearchRequest.Builder().index(index.name())).build(), index.type()));
    }

    /** The documents found, without their number. */
    public <D> List<D> list(Index<D> index, UnaryOperator<SearchRequest.Builder> request) {
        return documents(search(index, search -> request.apply(search).trackTotalHits(total -> total.enabled(false))));
    }

    /** One page of the documents found; an impossible page number is the first or last one there can be. */
    public <D> Page<D> page(Index<D> index, int number, int size, UnaryOperator<SearchRequest.Builder> request) {
        int wanted = Math.clamp(number, 1, Math.max(1, Page.REACH / size));
        var found = search(
                index,
                search -> request.apply(search)
                        .from((wanted - 1) * size)
                        .size(size)
                        .trackTotalHits(total -> total.enabled(true)));
        return new Page<>(documents(found), total(found), wanted, size);
    }

    /** The part of an ordered list after the cursor. The request's sort must end with a field that is never the same. */
    public <D> Slice<D> slice(
            Index<D> index, @Nullable Cursor after, int size, UnaryOperator<SearchRequest.Builder> request) {
        var found = search(index, search -> {
            var asked = request.apply(search).size(size + 1).trackTotalHits(total -> total.enabled(false));
            return after == null
                    ? asked
                    : asked.searchAfter(
                            after.values().stream().map(FieldValue::of).toList());
        });
        var hits = found.hits().hits();
        var shown = hits.subList(0, Math.min(size, hits.size()));
        var next = hits.size() > size
                ? new Cursor(shown.getLast().sort().stream()
                        .map(FieldValue::_toJsonString)
                        .toList())
                : null;
        return new Slice<>(shown.stream().map(Documents::source).toList(), next);
    }

    /** How many documents were found. */
    public static long total(SearchResponse<?> found) {
        var total = found.hits().total();
        return total == null ? 0 : total.value();
    }

    private static <D> List<D> documents(SearchResponse<D> found) {
        return found.hits().hits().stream().map(Documents::source).toList();
    }

    private static <D> D source(Hit<D> hit) {
        var source = hit.source();
        if (source == null) {
            throw new IllegalStateException("Every document has its source");
        }
        return source;
    }

    private static <R> R asking(Question<R> question) {
        try {
            return question.ask();
        } catch (IOException e) {
            throw new IndexAway("Elasticsearch does not answer", e);
        } catch (ElasticsearchException e) {
            // 404: the alias is not there yet, or no longer. 429 and 503: it has no time, or its shards are starting.
            if (e.status() == 404 || e.status() == 429 || e.status() >= 500) {
                throw new IndexAway("Elasticsearch answers " + e.status(), e);
            }
            throw e;
        }
    }

    /** Something asked of Elasticsearch. */
    @FunctionalInterface
    private interface Question<R> {
        R ask() throws IOException;
    }
}
