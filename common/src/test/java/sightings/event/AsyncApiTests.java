package sightings.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds docs/asyncapi.yaml to the code: topics, messages, and every field. */
class AsyncApiTests {

    private static final JsonNode API = new YAMLMapper().readTree(Path.of("../docs/asyncapi.yaml"));
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void describesEachTopicAndNoOther() {
        assertThat(API.path("channels").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Topic.values()).map(Topic::topicName).toList());
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void saysHowEachTopicIsKept(Topic topic) {
        var channel = API.path("channels").path(topic.topicName());
        var kafka = channel.path("bindings").path("kafka");
        assertThat(channel.path("address").asString()).isEqualTo(topic.topicName());
        assertThat(channel.path("description").asString()).isNotBlank();
        assertThat(kafka.path("partitions").asInt()).isEqualTo(topic.partitions());
        assertThat(settings(kafka.path("topicConfiguration"))).isEqualTo(new TreeMap<>(topic.settings()));
        assertThat(channel.path("messages").propertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values())
                        .filter(type -> type.topic() == topic)
                        .map(AsyncApiTests::messageName)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void describesEachMessage(EventType type) {
        var message = API.path("components").path("messages").path(messageName(type));
        assertThat(message.path("name").asString()).isEqualTo(type.wireName());
        assertThat(message.path("contentType").asString()).isEqualTo("application/json");
        assertThat(message.path("summary").asString()).isNotBlank();
        assertThat(message.path("payload").path("$ref").asString())
                .isEqualTo("#/components/schemas/" + type.recordClass().getSimpleName());
    }

    @Test
    void describesEachFieldAsTheRecordsHaveIt() {
        var schemas = new RecordSchema();
        Arrays.stream(EventType.values()).map(EventType::recordClass).forEach(schemas::add);
        JsonNode expected = JSON.valueToTree(schemas.named());
        assertThat(API.path("components").path("schemas")).isEqualTo(expected);
    }

    private static String messageName(EventType type) {
        return type.recordClass().getSimpleName();
    }

    private static Map<String, String> settings(JsonNode configuration) {
        var settings = new TreeMap<String, String>();
        configuration
                .properties()
                .forEach(setting -> settings.put(
                        setting.getKey(),
                        setting.getValue().isArray()
                                ? setting.getValue().get(0).asString()
                                : setting.getValue().asString()));
        return settings;
    }
}
