package sightings.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jsoup.Jsoup;
import sightings.local.world.DeskVisit;

/**
 * Looks for words in all that a town keeps, tells and shows: every record of every topic, those of the counting's stores and
 * those that were never committed included, with keys and headers; every document; the files of the services' state; their
 * logs; health and metrics; pages of the public and of staff, as far as links lead. Upper and lower case are the same.
 */
final class LeakSearch {

    private static final int PUBLIC_PAGES = 60;
    private static final int DESK_PAGES = 30;

    private final Town town;
    private final HttpClient client;
    private final Collection<String> words;
    private final SortedMap<String, SortedSet<String>> found = new TreeMap<>();

    LeakSearch(Town town, HttpClient client, Collection<String> words) {
        this.town = town;
        this.client = client;
        this.words = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    /** Where each of the words was found so far, such as {@code topic accesses}; those that were not are left out. */
    SortedMap<String, SortedSet<String>> found() {
        return found;
    }

    private void look(String place, byte[] content) {
        if (content != null) {
            look(place, new String(content, StandardCharsets.ISO_8859_1));
        }
    }

    private void look(String place, String content) {
        var lower = content.toLowerCase(Locale.ROOT);
        for (var word : words) {
            if (lower.contains(word)) {
                found.computeIfAbsent(word, _ -> new TreeSet<>()).add(place);
            }
        }
    }

    /** Every record of every topic. */
    LeakSearch topics() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", town.kafka()));
                var consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", town.kafka(), "isolation.level", "read_uncommitted"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            var names = admin.listTopics().names().get();
            var partitions = admin.describeTopics(names).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (!partitions.stream().allMatch(each -> consumer.position(each) >= ends.get(each))) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    var place = "topic " + record.topic();
                    look(place, record.key());
                    look(place, record.value());
                    record.headers().forEach(header -> look(place, header.value()));
                }
            }
        }
        return this;
    }

    /** Every document of every index. */
    LeakSearch documents() {
        var documents = new Documents(town.elasticsearch(), client);
        var indices = get(town.elasticsearch().resolve("/_cat/indices?h=index&expand_wildcards=all"));
        indices.lines()
                .map(String::strip)
                .filter(index -> !index.isEmpty())
                .forEach(index ->
                        documents.in(index).forEach((id, source) -> look("index " + index, id + " " + source)));
        return this;
    }

    /** The files of the services' state, and what they logged; counting's stores are on disk once ingest has stopped. */
    LeakSearch files() throws IOException {
        for (var service : List.of("ingest", "showcase")) {
            look("log of " + service, Files.readAllBytes(Town.log(service)));
            var state = town.folder().resolve("state-" + service);
            if (Files.isDirectory(state)) {
                try (var files = Files.walk(state)) {
                    files.filter(Files::isRegularFile).forEach(file -> look("state of " + service, bytes(file)));
                }
            }
        }
        return this;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the services tell of themselves. */
    LeakSearch health() {
        for (var service : List.of(town.ingest(), town.site())) {
            for (var path : List.of("/actuator/health", "/actuator/prometheus", "/actuator/info")) {
                look("health and metrics", get(service.resolve(path)));
            }
        }
        return this;
    }

    /** Pages and answers of the API from these paths on, as anybody sees them. */
    LeakSearch publicPages(Collection<String> from) {
        crawl(from, "/", PUBLIC_PAGES, path -> get(town.site().resolve(path)));
        return this;
    }

    /** Pages of the desk, as staff see them. */
    LeakSearch deskPages(DeskVisit staff) {
        crawl(List.of("/desk", "/desk/sources"), "/desk", DESK_PAGES, path -> {
            try {
                return staff.page(path).body();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return this;
    }

    /** How a page is asked for. */
    private interface Asking {
        String page(String path);
    }

    private void crawl(Collection<String> from, String within, int most, Asking asking) {
        var waiting = new ArrayDeque<>(from);
        var seen = new HashSet<>(from);
        for (int pages = 0; pages < most && !waiting.isEmpty(); pages++) {
            var path = waiting.remove();
            var page = asking.page(path);
            look("page " + path, page);
            for (var link : Jsoup.parse(page).select("a[href^=" + within + "]")) {
                var next = link.attr("href").replaceAll("#.*", "");
                if (!next.startsWith("//") && !next.contains(" ") && seen.add(next)) {
                    waiting.add(next);
                }
            }
        }
    }

    private String get(URI address) {
        try {
            var request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
