package sightings.ingest.recognising;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which client libraries ask one portal without naming it, from {@code libraries.txt}. */
final class Libraries {

    /**
     * A library whose portal the catalogue has.
     *
     * @param name as code loads it
     * @param portal the portal, named by its main host
     */
    record Library(String name, String portal) {}

    private static final List<String> LINES = lines();

    private Libraries() {}

    /** Those that ask one of these portals, by host. */
    static List<Library> implying(Map<String, String> portals) {
        var libraries = new ArrayList<Library>();
        for (String line : LINES) {
            var words = line.split("\\s+");
            for (int i = 1; i < words.length; i++) {
                var portal = portals.get(words[i]);
                if (portal != null) {
                    libraries.add(new Library(words[0], portal));
                    break;
                }
            }
        }
        return libraries;
    }

    private static List<String> lines() {
        try (var in = Objects.requireNonNull(Libraries.class.getResourceAsStream("libraries.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("libraries.txt of the program cannot be read", e);
        }
    }
}
