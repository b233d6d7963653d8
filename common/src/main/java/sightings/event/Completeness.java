package sightings.event;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds fields that must be there and are not: JSON knows no null marking, the records do. */
final class Completeness {

    /** Looked up once for each record type: it is asked for every event that is read. */
    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Field::of).toList();
        }
    };

    private Completeness() {}

    /** The path of the first missing field, or null where nothing is missing. */
    static @Nullable String firstMissing(@Nullable Object value, String path) {
        return switch (value) {
            case null -> path;
            case Record object -> inRecord(object, path);
            case Collection<?> items ->
                items.stream()
                        .map(item -> firstMissing(item, path + "[]"))
                        .filter(missing -> missing != null)
                        .findFirst()
                        .orElse(null);
            case Map<?, ?> map -> firstMissing(map.values(), path);
            default -> null;
        };
    }

    private static @Nullable String inRecord(Record object, String path) {
        for (Field field : FIELDS.get(object.getClass())) {
            Object value = field.of(object);
            if (value == null && field.nullable()) {
                continue;
            }
            var missing = firstMissing(value, path.isEmpty() ? field.name() : path + "." + field.name());
            if (missing != null) {
                return missing;
            }
        }
        return null;
    }

    /** A record's component, with what its null marking says. */
    private record Field(String name, Method accessor, boolean nullable) {

        static Field of(RecordComponent component) {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    && !(component.getGenericType() instanceof ParameterizedType);
            return new Field(component.getName(), accessor, nullable);
        }

        @Nullable
        Object of(Record object) {
            try {
                return accessor.invoke(object);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("A record's accessor is always there", e);
            }
        }
    }
}
