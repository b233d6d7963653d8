package sightings.showcase.desk;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sightings.event.Area;
import sightings.showcase.curation.Fields;

/** The city's areas by name, so that staff can choose a place without knowing its degrees. */
final class Areas {

    private final Map<String, Area> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Areas(Collection<Area> areas) {
        areas.forEach(area -> byName.put(area.name(), area));
    }

    /** Names in alphabetical order. */
    Collection<String> names() {
        return byName.values().stream().map(Area::name).toList();
    }

    Optional<Area> named(String name) {
        return Optional.ofNullable(byName.get(name.strip()));
    }

    /** The fields, with the middle of the named area where somebody gave its name only. */
    Fields located(Fields fields) {
        if (!fields.line("lat").isEmpty() || !fields.line("lon").isEmpty()) {
            return fields;
        }
        return named(fields.line("area"))
                .map(area -> {
                    var values = new LinkedHashMap<>(fields.values());
                    values.put("area", area.name());
                    values.put("lat", String.format(Locale.ROOT, "%.4f", area.latitude()));
                    values.put("lon", String.format(Locale.ROOT, "%.4f", area.longitude()));
                    return new Fields(values);
                })
                .orElse(fields);
    }
}
