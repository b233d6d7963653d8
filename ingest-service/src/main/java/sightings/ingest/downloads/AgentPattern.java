package sightings.ingest.downloads;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import sightings.event.AccessClass;

/**
 * One line of our own lists of programs.
 *
 * @param text what the user agent contains, in lower case
 * @param atStart whether it must begin so
 * @param accessClass who that is
 * @param tool its name, or {@code -}
 */
record AgentPattern(String text, boolean atStart, AccessClass accessClass, String tool) {

    boolean fits(String agentInLowerCase) {
        return atStart ? agentInLowerCase.startsWith(text) : agentInLowerCase.contains(text);
    }

    /** As a line of its list, for telling versions of a list apart. */
    String line() {
        return (atStart ? "^" : "") + text + "\t" + tool;
    }

    /** Each line: what the agent contains, or begins with, behind a {@code ^}; then a tabulator and the tool's name, where it has one. */
    static List<AgentPattern> read(String list, AccessClass accessClass) {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(AgentPattern.class.getResourceAsStream(list), list), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> of(line, accessClass))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AgentPattern of(String line, AccessClass accessClass) {
        var parts = line.split("\t", 2);
        var tool = parts.length > 1 ? parts[1].strip() : AgentClassifier.NO_TOOL;
        return parts[0].startsWith("^")
                ? new AgentPattern(parts[0].substring(1), true, accessClass, tool)
                : new AgentPattern(parts[0], false, accessClass, tool);
    }
}
