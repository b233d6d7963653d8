package sightings.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON schema that a record of the contract has: what docs/asyncapi.yaml must say of it. */
final class RecordSchema {

    private final Map<String, Object> named = new LinkedHashMap<>();

    /** All schemas by name, those of the records within included. */
    Map<String, Object> named() {
        return named;
    }

    /** A reference to the schema of this record. */
    Map<String, Object> add(Class<?> type) {
        if (!named.containsKey(type.getSimpleName())) {
            named.put(type.getSimpleName(), Map.of());
            named.put(type.getSimpleName(), objectOf(type));
        }
        return Map.of("$ref", "#/components/schemas/" + type.getSimpleName());
    }

    private Map<String, Object> objectOf(Class<?> type) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.put(component.getName(), schema(component.getGenericType()));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class) && !isLeftOutWhereEmpty(component)) {
                required.add(component.getName());
            }
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("required", required);
        schema.put("properties", properties);
        return schema;
    }

    private static boolean isLeftOutWhereEmpty(RecordComponent component) {
        var included = component.getAccessor().getAnnotation(JsonInclude.class);
        return included != null && included.value() == JsonInclude.Include.NON_EMPTY;
    }

    private Object schema(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() instanceof Class<?> raw && Collection.class.isAssignableFrom(raw)
                    ? Map.of("type", "array", "items", schema(generic.getActualTypeArguments()[0]))
                    : Map.of("type", "object", "additionalProperties", schema(generic.getActualTypeArguments()[1]));
        }
        var plain = (Class<?>) type;
        if (plain == String.class) {
            return Map.of("type", "string");
        }
        if (plain == Instant.class) {
            return Map.of("type", "string", "format", "date-time");
        }
        if (plain == LocalDate.class) {
            return Map.of("type", "string", "format", "date");
        }
        if (plain == boolean.class) {
            return Map.of("type", "boolean");
        }
        if (plain == double.class) {
            return Map.of("type", "number");
        }
        if (plain == int.class || plain == long.class || plain == Integer.class || plain == Long.class) {
            return Map.of("type", "integer");
        }
        if (plain.isEnum()) {
            return Map.of(
                    "type",
                    "string",
                    "enum",
                    Arrays.stream(plain.getEnumConstants())
                            .map(Object::toString)
                            .toList());
        }
        return plain.getRecordComponents().length == 1 && isValue(plain)
                ? schema(plain.getRecordComponents()[0].getGenericType())
                : add(plain);
    }

    private static boolean isValue(Class<?> type) {
        return type.getRecordComponents()[0].getAccessor().isAnnotationPresent(JsonValue.class)
                || Arrays.stream(type.getDeclaredFields())
                        .anyMatch(field -> field.isAnnotationPresent(JsonValue.class));
    }
}
