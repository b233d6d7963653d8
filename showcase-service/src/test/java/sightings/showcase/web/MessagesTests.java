package sightings.showcase.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.event.AccessClass;
import sightings.event.Outcome;
import sightings.event.ProblemStatement.Difficulty;
import sightings.event.UseType;
import sightings.evidence.Grade;

/** Tests for the message bundles of the public pages: no text is missing in any language. */
class MessagesTests {

    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-z][a-zA-Z0-9.-]*)[}(]");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\d)");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(keys("messages_es.properties")).isEqualTo(keys("messages.properties"));
    }

    @Test
    void bothLanguagesTakeTheSameValues() throws IOException {
        var english = read("messages.properties");
        var spanish = read("messages_es.properties");
        for (String key : english.stringPropertyNames()) {
            assertThat(parameters(spanish.getProperty(key))).as(key).isEqualTo(parameters(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_es.properties"})
    void noTextIsEmptyAndApostrophesSurviveFormatting(String file) throws IOException {
        var texts = read(file);
        for (String key : texts.stringPropertyNames()) {
            var text = texts.getProperty(key);
            assertThat(text).as(key).isNotBlank();
            if (!parameters(text).isEmpty()) {
                assertThat(text.replace("''", "")).as(key + " needs ''").doesNotContain("'");
                assertThat(new MessageFormat(text).format(new Object[] {1, 2, 3, 4}))
                        .as(key)
                        .isNotBlank();
            } else {
                assertThat(text).as(key + " takes no value, so ' stands once").doesNotContain("''");
            }
        }
    }

    @Test
    void everyKeyThatTemplatesNameExists() throws IOException {
        var known = keys("messages.properties");
        var unknown = new TreeSet<String>();
        for (Path template : templates()) {
            var matcher = IN_TEMPLATE.matcher(Files.readString(template));
            while (matcher.find()) {
                if (!known.contains(matcher.group(1))) {
                    unknown.add(template.getFileName() + ": " + matcher.group(1));
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyValueOfAClosedChoiceHasWords() throws IOException {
        var known = keys("messages.properties");
        assertThat(known).containsAll(named("type", UseType.values()));
        assertThat(known).containsAll(named("evidence", Grade.values()));
        assertThat(known).containsAll(named("who", AccessClass.values()));
        assertThat(known).containsAll(named("difficulty", Difficulty.values()));
        assertThat(known).containsAll(named("outcome", Outcome.values()));
    }

    @Test
    void everyKeyIsUsed() throws IOException {
        var all = new StringBuilder();
        for (Path template : templates()) {
            all.append(Files.readString(template));
        }
        for (String folder : Set.of("live", "pages", "web")) {
            try (Stream<Path> files = Files.list(Path.of("src", "main", "java", "sightings", "showcase", folder))) {
                for (Path file : files.toList()) {
                    all.append(Files.readString(file));
                }
            }
        }
        var composed = Pattern.compile("(type|evidence|who|difficulty|outcome|status|facet|usage|home\\.usage)\\..*");
        var unused = keys("messages.properties").stream()
                .filter(key -> !composed.matcher(key).matches())
                .filter(key -> all.indexOf("{" + key + "}") < 0 && all.indexOf("{" + key + "(") < 0)
                .filter(key -> all.indexOf("\"" + key + "\"") < 0)
                .toList();
        assertThat(unused).isEmpty();
    }

    private static Set<String> named(String kind, Enum<?>[] values) {
        var names = new TreeSet<String>();
        for (Enum<?> value : values) {
            names.add(kind + "." + value.name());
        }
        return names;
    }

    private static Set<Path> templates() throws IOException {
        var found = new TreeSet<Path>();
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates"))) {
            files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> !file.toString().contains("desk"))
                    .forEach(found::add);
        }
        return found;
    }

    private static Set<String> parameters(String text) {
        var found = new TreeSet<String>();
        var matcher = PARAMETER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Set<String> keys(String file) throws IOException {
        return new TreeSet<>(read(file).stringPropertyNames());
    }

    private static Properties read(String file) throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(RESOURCES.resolve(file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
