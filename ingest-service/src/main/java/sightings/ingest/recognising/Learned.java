package sightings.ingest.recognising;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import sightings.dataset.CatalogueVersion;

/**
 * By what the kept observations of a partition have been read.
 *
 * @param catalogue version of the catalogue
 * @param rules number of the rules, 0 where that is not known
 * @param instructions CloudEvents ids of the staff's instructions that the catalogue heeded
 */
record Learned(CatalogueVersion catalogue, int rules, Set<String> instructions) {

    /** Before anything is known of it. */
    static final Learned NOTHING = new Learned(CatalogueVersion.NONE, 0, Set.of());

    Learned {
        instructions = Set.copyOf(instructions);
    }

    /** Whether observations read by the one give the same finds by the other. */
    boolean findsAs(Learned other) {
        return catalogue.equals(other.catalogue) && rules == other.rules;
    }

    /** The instructions that this one heeds and the other does not. */
    Set<String> beyond(Learned other) {
        var more = new TreeSet<>(instructions);
        more.removeAll(other.instructions);
        return more;
    }

    /** As a checkpoint keeps it. */
    Map<String, String> written() {
        return Map.of(
                "catalogue",
                catalogue.value(),
                "rules",
                Integer.toString(rules),
                "instructions",
                instructions.stream().sorted().collect(Collectors.joining(",")));
    }

    /** What a checkpoint kept; {@link #NOTHING} where there is none. */
    static Learned parse(Map<String, String> written) {
        var ids = written.getOrDefault("instructions", "");
        return written.isEmpty()
                ? NOTHING
                : new Learned(
                        new CatalogueVersion(written.getOrDefault("catalogue", "none")),
                        Integer.parseInt(written.getOrDefault("rules", "0")),
                        ids.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(ids.split(","))));
    }
}
