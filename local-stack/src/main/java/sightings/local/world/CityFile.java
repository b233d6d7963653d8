package sightings.local.world;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file of a repository and the lines of it that refer to the portal.
 *
 * @param path within the repository
 * @param lines what stands on which line, ascending
 */
record CityFile(String path, List<Line> lines) {

    /** The texts, once written: each search reads all of them, and the files of a sample are few and never change. */
    private static final Map<CityFile, String> TEXTS = new ConcurrentHashMap<>();

    /** What a line refers to. */
    enum Kind {
        URL,
        HOST,
        ID
    }

    /**
     * One reference.
     *
     * @param line from 1
     * @param kind what the value is
     * @param value the address, host or dataset id itself
     * @param disabled whether the line is commented out
     */
    record Line(int line, Kind kind, String value, boolean disabled) {}

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Without the dot and in lower case; empty where there is none. */
    String extension() {
        int dot = name().lastIndexOf('.');
        return dot < 0 ? "" : name().substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The text that the world serves: our own lines around the facts, each on its own line number. */
    String text() {
        return TEXTS.computeIfAbsent(this, FileText::of);
    }
}
