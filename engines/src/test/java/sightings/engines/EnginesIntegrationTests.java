package sightings.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests for {@link KafkaEngine} and {@link ElasticsearchEngine}. */
class EnginesIntegrationTests {

    private static final String INDEX = """
            {
              "settings": {"analysis": {
                "filter": {
                  "starts": {"type": "edge_ngram", "min_gram": 2, "max_gram": 12},
                  "light": {"type": "stemmer", "language": "light_spanish"},
                  "nothing": {"type": "stop", "stopwords": "_spanish_"},
                  "same": {"type": "synonym_graph", "synonyms": ["bike, bicycle"]},
                  "kept": {"type": "keyword_marker", "keywords": ["parking"]},
                  "stem": {"type": "stemmer", "language": "english"}
                },
                "analyzer": {
                  "prefix": {"tokenizer": "standard", "filter": ["lowercase", "asciifolding", "starts"]},
                  "ligero": {"tokenizer": "standard", "filter": ["lowercase", "nothing", "light", "asciifolding"]},
                  "words": {"tokenizer": "whitespace", "char_filter": ["html_strip"],
                            "filter": ["lowercase", "same", "kept", "stem"]}
                },
                "normalizer": {"folded": {"type": "custom", "filter": ["lowercase", "asciifolding"]}}
              }},
              "mappings": {"properties": {
                "en": {"type": "text", "analyzer": "english"},
                "es": {"type": "text", "analyzer": "spanish"},
                "name": {"type": "keyword", "normalizer": "folded"}
              }}
            }""";

    private final HttpClient client = HttpClient.newHttpClient();
    private Path folder = Path.of("");

    @BeforeEach
    void createFolder() throws IOException {
        folder = Files.createTempDirectory("sightings-engines-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void deleteFolder() throws IOException {
        client.close();
        Folders.delete(folder);
    }

    @Test
    void elasticsearchAnalysesInBothLanguagesAndKeepsItsDocuments() throws Exception {
        ElasticsearchEngine.Settings settings = ElasticsearchEngine.Settings.small(
                folder.resolveSibling("sightings-test-server-" + System.getProperty("user.name")),
                folder.resolve("elasticsearch"),
                folder.resolve("elasticsearch.log"),
                Ports.free());
        try (ElasticsearchEngine engine = ElasticsearchEngine.start(settings)) {
            assertThat(send(engine, "PUT", "/places", INDEX)).contains("\"acknowledged\":true");
            assertThat(tokens(engine, "english", "The neighbourhoods of Chicago"))
                    .containsExactly("neighbourhood", "chicago");
            assertThat(tokens(engine, "spanish", "Los barrios de la ciudad")).containsExactly("barri", "ciudad");
            assertThat(tokens(engine, "prefix", "Árbol")).containsExactly("ar", "arb", "arbo", "arbol");
            assertThat(tokens(engine, "ligero", "los árboles")).containsExactly("arbol");
            assertThat(tokens(engine, "words", "<b>Bike</b> parking lots"))
                    .containsExactlyInAnyOrder("bicycl", "bike", "parking", "lot");
            assertThat(send(engine, "POST", "/places/_analyze", "{\"normalizer\":\"folded\",\"text\":\"Ñandú\"}"))
                    .contains("\"token\":\"nandu\"");
            send(engine, "PUT", "/places/_doc/1?refresh=true", "{\"en\":\"parks\",\"name\":\"Ñandú\"}");
            assertThat(send(engine, "PUT", "/elsewhere/_doc/1", "{}")).contains("no such index");
        }
        try (ElasticsearchEngine engine = ElasticsearchEngine.start(settings)) {
            assertThat(send(engine, "GET", "/places/_search?q=name:NANDU", "")).contains("\"_id\":\"1\"");
        }
    }

    @Test
    void kafkaKeepsItsRecords() throws Exception {
        int port = Ports.free();
        try (KafkaEngine engine = KafkaEngine.start(folder.resolve("kafka"), port);
                Admin admin = Admin.create(Map.of("bootstrap.servers", engine.bootstrapServers()));
                KafkaProducer<String, String> producer = new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                engine.bootstrapServers(),
                                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                                "a-source"),
                        new StringSerializer(),
                        new StringSerializer())) {
            admin.createTopics(List.of(new NewTopic("kept", 2, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("kept", 0, "key", "value"));
            producer.commitTransaction();
        }
        try (KafkaEngine engine = KafkaEngine.start(folder.resolve("kafka"), port);
                KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                engine.bootstrapServers(),
                                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                                "read_committed",
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "earliest"),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition("kept", 0)));
            assertThat(consumer.poll(Duration.ofSeconds(30)))
                    .singleElement()
                    .satisfies(record -> assertThat(record.value()).isEqualTo("value"));
        }
    }

    @Test
    void sharedBrokerIsStartedOnce() {
        assertThat(TestEngines.kafka()).isSameAs(TestEngines.kafka());
    }

    private List<String> tokens(ElasticsearchEngine engine, String analyzer, String text) throws Exception {
        String answer = send(
                engine,
                "POST",
                "/places/_analyze?filter_path=tokens.token",
                "{\"analyzer\":\"" + analyzer + "\",\"text\":\"" + text + "\"}");
        return java.util.regex.Pattern.compile("\"token\":\"([^\"]*)\"")
                .matcher(answer)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private String send(ElasticsearchEngine engine, String method, String path, String body) throws Exception {
        URI address = engine.address().resolve(path);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
