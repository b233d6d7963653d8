package sightings.showcase.projection;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.HealthStatus;
import co.elastic.clients.elasticsearch._types.OpType;
import co.elastic.clients.elasticsearch.indices.CreateIndexRequest;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sightings.showcase.index.Index;

/**
 * The generations in Elasticsearch: which one is live, which one is being built, and the swap from one to the other.
 * What is being built is one document that only one instance can create, so that all instances build the same.
 */
final class Generations {

    /** Every generation's id begins with it, so that {@code usage-g*} is not another index's name. */
    static final String PREFIX = "g";

    private static final String STATE = "projection-state";
    private static final String BUILDING = "building";
    /** All stand in one address, which may not be too long. */
    private static final int DELETED_AT_ONCE = 40;

    private final ElasticsearchClient client;
    private final int replicas;
    private final Duration refresh;
    private volatile @Nullable Generation known;

    Generations(ElasticsearchClient client, int replicas, Duration refresh) {
        this.client = client;
        this.replicas = replicas;
        this.refresh = refresh;
    }

    /** The generation that all aliases show; empty where there is none, or a part of it is missing. */
    Optional<Generation> live() throws DocumentStore.Away {
        return asking(() -> {
            var id = shownByAll();
            if (id == null) {
                return Optional.empty();
            }
            var before = known;
            if (before == null || !before.id().equals(id)) {
                before = described(id);
                known = before;
            }
            return Optional.ofNullable(before);
        });
    }

    /** The generation that is being built; empty where there is none. */
    Optional<Generation> building() throws DocumentStore.Away {
        return asking(() -> {
            try {
                return Optional.ofNullable(client.get(get -> get.index(STATE).id(BUILDING), Generation.class)
                        .source());
            } catch (ElasticsearchException e) {
                if (e.status() == 404) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** Begins to build this generation, or finds the one that another instance began. */
    Generation begin(Generation wanted) throws DocumentStore.Away {
        return asking(() -> {
            createState();
            try {
                client.index(index ->
                        index.index(STATE).id(BUILDING).opType(OpType.Create).document(wanted));
                return wanted;
            } catch (ElasticsearchException e) {
                if (e.status() != 409) {
                    throw e;
                }
                return building().orElse(wanted);
            }
        });
    }

    /** Creates the generation's indices, where they are not there yet. */
    void create(Generation generation) throws DocumentStore.Away {
        asking(() -> {
            for (var index : Projection.INDICES) {
                createUnlessThere(request(index, generation));
            }
            // Waited for once: to wait for each takes twice as long.
            client.cluster()
                    .health(health -> health.index(names(generation))
                            .waitForStatus(HealthStatus.Yellow)
                            .timeout(time -> time.time("30s")));
            return generation;
        });
    }

    /** Whether all indices of the generation are there. */
    boolean isThere(Generation generation) throws DocumentStore.Away {
        return asking(() -> client.indices()
                .exists(exists -> exists.index(names(generation)))
                .value());
    }

    /** Shows this generation by all aliases at once, and takes all others away. */
    void swap(Generation to) throws DocumentStore.Away {
        asking(() -> {
            client.indices().refresh(refreshed -> refreshed.index(names(to)));
            var actions = new ArrayList<Action>();
            for (var index : Projection.INDICES) {
                actions.add(Action.of(action -> action.remove(remove ->
                        remove.index(index.name() + "-*").alias(index.name()).mustExist(false))));
                actions.add(Action.of(
                        action -> action.add(add -> add.index(index.in(to.id())).alias(index.name()))));
            }
            client.indices().updateAliases(update -> update.actions(actions));
            client.delete(delete -> delete.index(STATE).id(BUILDING));
            return to;
        });
    }

    /** Forgets what is being built: its indices are deleted with {@link #deleteAllBut}. */
    void forgetBuilding() throws DocumentStore.Away {
        asking(() -> client.delete(delete -> delete.index(STATE).id(BUILDING)));
    }

    /** Deletes the indices of all generations but these. */
    void deleteAllBut(Set<Generation> kept) throws DocumentStore.Away {
        asking(() -> {
            var names = new TreeSet<String>();
            for (var index : Projection.INDICES) {
                var keep = kept.stream()
                        .map(generation -> index.in(generation.id()))
                        .toList();
                client
                        .indices()
                        .get(get -> get.index(index.name() + "-" + PREFIX + "*").allowNoIndices(true))
                        .indices()
                        .keySet()
                        .stream()
                        .filter(name -> !keep.contains(name))
                        .forEach(names::add);
            }
            var left = List.copyOf(names);
            for (int i = 0; i < left.size(); i += DELETED_AT_ONCE) {
                var some = left.subList(i, Math.min(left.size(), i + DELETED_AT_ONCE));
                client.indices().delete(delete -> delete.index(some).ignoreUnavailable(true));
            }
            return left;
        });
    }

    private static List<String> names(Generation generation) {
        return Projection.INDICES.stream()
                .map(index -> index.in(generation.id()))
                .toList();
    }

    /** Id of the generation that all aliases show. */
    private @Nullable String shownByAll() throws IOException {
        try {
            var names = Projection.INDICES.stream().map(Index::name).toList();
            var indices =
                    client.indices().getAlias(get -> get.name(names)).aliases().keySet();
            var first = Projection.INDICES.getFirst();
            var ids = indices.stream()
                    .filter(index -> index.startsWith(first.name() + "-"))
                    .map(index -> index.substring(first.name().length() + 1))
                    .toList();
            if (ids.size() != 1 || indices.size() != Projection.INDICES.size()) {
                return null;
            }
            var id = ids.getFirst();
            return Projection.INDICES.stream().allMatch(index -> indices.contains(index.in(id))) ? id : null;
        } catch (ElasticsearchException e) {
            if (e.status() == 404) {
                return null;
            }
            throw e;
        }
    }

    /** What the generation's index says of itself. */
    private @Nullable Generation described(String id) throws IOException {
        var name = Projection.INDICES.getFirst().in(id);
        try {
            var mapping = client.indices()
                    .getMapping(get -> get.index(name))
                    .mappings()
                    .get(name);
            if (mapping == null) {
                return null;
            }
            var meta = mapping.mappings().meta();
            var projection = meta.get("projection");
            return projection == null
                    ? null
                    : new Generation(
                            id, projection.to(Integer.class), Objects.requireNonNullElse(text(meta.get("kafka")), ""));
        } catch (ElasticsearchException e) {
            if (e.status() == 404) {
                return null;
            }
            throw e;
        }
    }

    private static @Nullable String text(@Nullable JsonData value) {
        return value == null ? null : value.to(String.class);
    }

    private void createState() throws IOException {
        createUnlessThere(CreateIndexRequest.of(create -> create.index(STATE)
                .settings(settings -> settings.numberOfShards("1").numberOfReplicas(Integer.toString(replicas)))
                .mappings(mappings -> mappings.enabled(false))));
    }

    private CreateIndexRequest request(Index<?> index, Generation generation) {
        return CreateIndexRequest.of(create -> create.withJson(new StringReader(described(index, generation)))
                .index(index.in(generation.id()))
                .waitForActiveShards(wait -> wait.count(0))
                .aliases(Generation.writeAlias(index, generation.id()), alias -> alias));
    }

    /** The index's resource, with what this installation and generation add to it. */
    private String described(Index<?> index, Generation generation) {
        var resource = index.name() + ".json";
        try (var json = Index.class.getResourceAsStream(resource)) {
            if (json == null) {
                throw new IllegalStateException("No resource " + resource);
            }
            var tree = (tools.jackson.databind.node.ObjectNode) sightings.showcase.index.DocumentJson.MAPPER.readTree(
                    new String(json.readAllBytes(), StandardCharsets.UTF_8));
            tree.withObject("/settings/index")
                    .put("number_of_replicas", replicas)
                    .put("refresh_interval", refresh.toMillis() + "ms");
            tree.withObject("/mappings/_meta")
                    .put("generation", generation.id())
                    .put("projection", generation.projection())
                    .put("kafka", generation.kafka());
            return tree.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void createUnlessThere(CreateIndexRequest request) throws IOException {
        try {
            client.indices().create(request);
        } catch (ElasticsearchException e) {
            if (!Objects.equals(e.error().type(), "resource_already_exists_exception")) {
                throw e;
            }
        }
    }

    private static <R> R asking(Question<R> question) throws DocumentStore.Away {
        try {
            return question.ask();
        } catch (IOException e) {
            throw new DocumentStore.Away("Elasticsearch does not answer", e);
        } catch (ElasticsearchException e) {
            throw new DocumentStore.Away("Elasticsearch: " + e.getMessage(), e);
        }
    }

    /** Something asked of Elasticsearch. */
    @FunctionalInterface
    private interface Question<R> {
        R ask() throws IOException, DocumentStore.Away;
    }
}
