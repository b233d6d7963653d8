package sightings.city;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.validation.FieldError;

/** Names each key of {@code city.yml} that is wrong, and what would be right. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class CityFileFailureAnalyzer extends AbstractFailureAnalyzer<ConfigurationPropertiesBindException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, ConfigurationPropertiesBindException cause) {
        var wrong = wrongKeys(cause);
        if (wrong.isEmpty() || wrong.stream().noneMatch(line -> line.startsWith("city"))) {
            return null;
        }
        return new FailureAnalysis(
                "city.yml cannot be used:\n\n  " + String.join("\n  ", wrong),
                "Correct " + (wrong.size() == 1 ? "this key" : "these keys") + " and start again.",
                cause);
    }

    private List<String> wrongKeys(Throwable cause) {
        var invalid = findCause(cause, BindValidationException.class);
        if (invalid != null) {
            return invalid.getValidationErrors().getAllErrors().stream()
                    .map(error -> error instanceof FieldError field
                            ? line(
                                    invalid.getValidationErrors().getName() + "." + dashed(field.getField()),
                                    field.getRejectedValue())
                            : invalid.getValidationErrors().getName() + ": " + error.getDefaultMessage())
                    .sorted()
                    .toList();
        }
        var unknown = findCause(cause, UnboundConfigurationPropertiesException.class);
        if (unknown != null) {
            var lines = new ArrayList<String>();
            for (var property : unknown.getUnboundProperties()) {
                lines.add(property.getName() + ": there is no such key; " + CityKeys.known(parent(property.getName())));
            }
            return List.copyOf(new TreeSet<>(lines));
        }
        var unbound = findCause(cause, BindException.class);
        if (unbound != null) {
            var property = unbound.getProperty();
            return List.of(
                    property == null
                            ? line(unbound.getName().toString(), null)
                            : line(property.getName().toString(), property.getValue()));
        }
        return List.of();
    }

    private static String parent(ConfigurationPropertyName name) {
        return name.getNumberOfElements() <= 1 ? "" : name.getParent().toString();
    }

    private static String line(String key, @Nullable Object value) {
        // A token typed in the wrong place must not end up in a log.
        boolean empty = value == null || value.toString().isBlank();
        return key + ": " + (empty ? "is missing" : "'" + value + "' cannot be used") + "; " + CityKeys.right(key);
    }

    private static String dashed(String field) {
        return field.replaceAll("([a-z])([A-Z])", "$1-$2")
                .replace(".<list element>", "")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
