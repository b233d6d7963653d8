package sightings.event;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds fields that must be there and are not: JSON knows no null marking, the records do. */
final class Completeness {

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
        for (RecordComponent component : object.getClass().getRecordComponents()) {
            Object value = valueOf(component, object);
            if (value == null && isNullable(component)) {
                continue;
            }
            var missing = firstMissing(value, path.isEmpty() ? component.getName() : path + "." + component.getName());
            if (missing != null) {
                return missing;
            }
        }
        return null;
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && !(component.getGenericType() instanceof ParameterizedType);
    }

    private static @Nullable Object valueOf(RecordComponent component, Record object) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(object);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record's accessor is always there", e);
        }
    }
}
