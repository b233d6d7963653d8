package sightings.ingest.downloads;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sightings.event.AccessClass;

/**
 * Says who asks, from the user agent: the lists beside this class name AI agents, tools and robots, looked through in
 * this order, and the first pattern that the agent contains decides. Who is on no list is a person where the agent is a
 * browser's, else a tool without a name: an unknown program is counted, not thrown away. Used by one thread.
 */
final class AgentClassifier {

    /** What a tool without a name, a person or a robot has in its place. */
    static final String NO_TOOL = "-";

    private static final int REMEMBERED = 4_096;
    private static final Agent PERSON = new Agent(AccessClass.PERSON, NO_TOOL);
    private static final Agent UNKNOWN = new Agent(AccessClass.TOOL, NO_TOOL);

    private final List<Pattern> patterns = new ArrayList<>();
    private final Map<String, Agent> remembered = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Agent> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * Who asks.
     *
     * @param accessClass the class
     * @param tool name of the tool, or {@code -}
     */
    record Agent(AccessClass accessClass, String tool) {}

    private record Pattern(String text, boolean atStart, Agent agent) {

        static Pattern of(String written, Agent agent) {
            return written.startsWith("^")
                    ? new Pattern(written.substring(1), true, agent)
                    : new Pattern(written, false, agent);
        }

        boolean fits(String userAgent) {
            return atStart ? userAgent.startsWith(text) : userAgent.contains(text);
        }
    }

    AgentClassifier() {
        read("ai-agents.txt", AccessClass.AI_AGENT);
        read("tools.txt", AccessClass.TOOL);
        read("robots.txt", AccessClass.ROBOT);
    }

    /** Who the program with this user agent is; an empty one is a tool without a name. */
    Agent classify(String agent) {
        var known = remembered.get(agent);
        if (known == null) {
            known = find(agent.toLowerCase(Locale.ROOT));
            remembered.put(agent, known);
        }
        return known;
    }

    private Agent find(String agent) {
        for (var pattern : patterns) {
            if (pattern.fits(agent)) {
                return pattern.agent;
            }
        }
        return agent.startsWith("mozilla/") || agent.startsWith("opera/") ? PERSON : UNKNOWN;
    }

    /** Each line: what the agent contains, in lower case, or begins with, behind a {@code ^}; then a tabulator and the tool's name, where it has one. */
    private void read(String list, AccessClass accessClass) {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(AgentClassifier.class.getResourceAsStream(list), list),
                StandardCharsets.UTF_8))) {
            for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    var parts = line.split("\t", 2);
                    var tool = parts.length > 1 ? parts[1].strip() : NO_TOOL;
                    patterns.add(Pattern.of(parts[0], new Agent(accessClass, tool)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
