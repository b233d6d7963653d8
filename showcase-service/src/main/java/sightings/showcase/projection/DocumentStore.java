package sightings.showcase.projection;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.mget.MultiGetOperation;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sightings.showcase.index.DocumentJson;
import tools.jackson.databind.JsonNode;

/** Reads and writes documents of one generation, each with the offset up to which its events are in it. */
final class DocumentStore {

    /** Far below the server's limit of 100 MB, and small enough for a small heap. */
    private static final int BULK_BYTES = 2 * 1024 * 1024;

    private final ElasticsearchClient client;
    private final String generation;

    DocumentStore(ElasticsearchClient client, String generation) {
        this.client = client;
        this.generation = generation;
    }

    /**
     * A document as it stands in the index.
     *
     * @param document the document
     * @param offset the offset up to which its events are in it
     */
    record Stored(Object document, long offset) {}

    /**
     * A document to write.
     *
     * @param target which one
     * @param json its bytes
     * @param offset the offset up to which its events are in it
     */
    record Write(Change.Target target, byte[] json, long offset) {}

    /** Elasticsearch will never take this document, as opposed to not now. */
    record Refused(Change.Target target, String reason) {}

    /** The index of this generation is not there: it was wiped, or another instance has moved on. */
    static final class GenerationLost extends Exception {

        private static final long serialVersionUID = 1L;

        GenerationLost(String index) {
            super(index + " is not there");
        }
    }

    /** Elasticsearch cannot do it now; asking again later is right. */
    static final class Away extends Exception {

        private static final long serialVersionUID = 1L;

        Away(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** Those of these documents that are there, searchable or not. */
    Map<Change.Target, Stored> read(Collection<Change.Target> targets) throws Away, GenerationLost {
        var found = new HashMap<Change.Target, Stored>();
        if (targets.isEmpty()) {
            return found;
        }
        var ordered = List.copyOf(targets);
        var asked = ordered.stream()
                .map(target -> MultiGetOperation.of(
                        one -> one.index(target.index().in(generation)).id(target.id())))
                .toList();
        try {
            var answers = client.mget(get -> get.docs(asked), JsonNode.class).docs();
            for (int i = 0; i < ordered.size(); i++) {
                var answer = answers.get(i);
                var target = ordered.get(i);
                if (answer.isFailure()) {
                    throw failure(target, answer.failure().error());
                }
                var source = answer.result().source();
                var version = answer.result().version();
                if (source != null && version != null) {
                    found.put(
                            target,
                            new Stored(
                                    DocumentJson.MAPPER.treeToValue(
                                            source, target.index().type()),
                                    version));
                }
            }
            return found;
        } catch (IOException e) {
            throw new Away("Elasticsearch does not answer", e);
        } catch (ElasticsearchException e) {
            throw new Away("Elasticsearch answers " + e.status(), e);
        }
    }

    /**
     * Writes the documents, each only where the index has an older one, and says which ones can never be written.
     * Returns when all others are safe on disk.
     */
    List<Refused> write(List<Write> writes) throws Away, GenerationLost {
        var refused = new ArrayList<Refused>();
        int from = 0;
        while (from < writes.size()) {
            int to = from;
            long bytes = 0;
            while (to < writes.size() && (to == from || bytes + writes.get(to).json().length <= BULK_BYTES)) {
                bytes += writes.get(to).json().length;
                to++;
            }
            refused.addAll(bulk(writes.subList(from, to)));
            from = to;
        }
        return refused;
    }

    private List<Refused> bulk(List<Write> writes) throws Away, GenerationLost {
        // A bulk to a name that is no alias is refused, so that a wiped index does not come back with guessed mappings.
        var operations = writes.stream()
                .map(write -> BulkOperation.of(operation -> operation.<BinaryData>index(index -> index.index(
                                Generation.writeAlias(write.target().index(), generation))
                        .id(write.target().id())
                        .requireAlias(true)
                        .versionType(VersionType.External)
                        .version(write.offset())
                        .document(BinaryData.of(write.json(), ContentType.APPLICATION_JSON)))))
                .toList();
        try {
            var answers = client.bulk(bulk -> bulk.operations(operations)).items();
            var refused = new ArrayList<Refused>();
            for (int i = 0; i < writes.size(); i++) {
                var target = writes.get(i).target();
                var answer = answers.get(i);
                // 409: the index has this document as of this offset or a later one. That is what we want.
                if (answer.status() >= 300 && answer.status() != 409) {
                    if (answer.status() == 400) {
                        refused.add(new Refused(target, reason(answer.error())));
                    } else {
                        throw failure(target, answer.error());
                    }
                }
            }
            return refused;
        } catch (IOException e) {
            throw new Away("Elasticsearch does not answer", e);
        } catch (ElasticsearchException e) {
            throw new Away("Elasticsearch answers " + e.status(), e);
        }
    }

    private Away failure(Change.Target target, @Nullable ErrorCause error) throws GenerationLost {
        if (error != null && Objects.equals(error.type(), "index_not_found_exception")) {
            throw new GenerationLost(target.index().in(generation));
        }
        return new Away("Elasticsearch: " + reason(error), null);
    }

    private static String reason(@Nullable ErrorCause error) {
        return error == null ? "no reason given" : Objects.requireNonNullElse(error.reason(), error.type());
    }
}
