package sightings.ingest.downloads;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sightings.event.AccessClass;
import sightings.evidence.Hashes;

/**
 * Says who asks, from the user agent: the lists beside this class name AI agents and tools, then come the public list of
 * robots and our own; looked through in this order, the first pattern that the agent contains decides. Tools stand before
 * robots because public lists take libraries for robots, and the Code of Practice does not. Who is on no list is a person
 * where the agent is a browser's, else a tool without a name: an unknown program is counted, not thrown away. Used by one
 * thread.
 */
public final class AgentClassifier {

    /** What a tool without a name, a person or a robot has in its place. */
    public static final String NO_TOOL = "-";

    private static final int SIZE = 1 << 14;
    private static final int MOST = SIZE / 2;
    private static final int LONGEST = 2_000;
    private static final int VERSION = 8;

    private final List<Agent> agents = new ArrayList<>();
    private final List<AgentPattern> patterns;
    private final Agent person;
    private final Agent unknown;
    private final Agent robot;
    private final RobotList robots;
    private final String lists;
    private final long seed = new SecureRandom().nextLong();
    private final long[] hashes = new long[SIZE];
    private final @Nullable Agent[] answers = new Agent[SIZE];
    private int size;

    /**
     * Who asks.
     *
     * @param number counts the agents of a classifier from 0
     * @param accessClass the class
     * @param tool name of the tool, or {@code -}
     */
    public record Agent(int number, AccessClass accessClass, String tool) {}

    /** Goes by these robots. */
    public AgentClassifier(RobotList robots) {
        this.robots = robots;
        person = agent(AccessClass.PERSON, NO_TOOL);
        unknown = agent(AccessClass.TOOL, NO_TOOL);
        robot = agent(AccessClass.ROBOT, NO_TOOL);
        patterns = new ArrayList<>();
        read("ai-agents.txt", AccessClass.AI_AGENT);
        read("tools.txt", AccessClass.TOOL);
        lists = robots.version() + " own@" + ownVersion();
    }

    AgentClassifier() {
        this(RobotList.bundled());
    }

    private AgentClassifier(AgentClassifier other) {
        robots = other.robots;
        lists = other.lists;
        person = other.person;
        unknown = other.unknown;
        robot = other.robot;
        patterns = other.patterns;
        agents.addAll(other.agents);
    }

    /** One for another thread, with the same agents by the same numbers, which remembers for itself. */
    AgentClassifier beside() {
        return new AgentClassifier(this);
    }

    /** Names and versions of the lists by which it goes: the public one of robots, and our own, which are known by a hash of what they say. */
    String lists() {
        return lists;
    }

    private String ownVersion() {
        var own = new ArrayList<>(robots.own());
        patterns.forEach(pattern -> own.add(pattern.line()));
        return Hashes.id(own.toArray(String[]::new)).substring(0, VERSION);
    }

    /** Everybody there can be, by number. */
    public List<Agent> agents() {
        return List.copyOf(agents);
    }

    /** Who the program with this user agent is; an empty one is a tool without a name. */
    Agent classify(Slice agent) {
        long hash = agent.hash(seed);
        int at = (int) hash & SIZE - 1;
        for (var answer = answers[at]; answer != null; answer = answers[at]) {
            if (hashes[at] == hash) {
                return answer;
            }
            at = at + 1 & SIZE - 1;
        }
        var found = classify(agent.text());
        if (size >= MOST) {
            Arrays.fill(answers, null);
            size = 0;
            at = (int) hash & SIZE - 1;
        }
        hashes[at] = hash;
        answers[at] = found;
        size++;
        return found;
    }

    /** Who the program with this user agent is. */
    Agent classify(String agent) {
        var cut = cut(agent);
        var pattern = pattern(cut.toLowerCase(Locale.ROOT));
        return pattern == null
                ? robots.contains(cut) ? robot : unlisted(cut)
                : agent(pattern.accessClass(), pattern.tool());
    }

    /**
     * How it is known who asks.
     *
     * @param agent who asks
     * @param pattern what of a list decided; null where none did
     */
    record Told(Agent agent, @Nullable String pattern) {}

    /** Who the program with this user agent is, and what of the lists says so. */
    Told explain(String agent) {
        var cut = cut(agent);
        var pattern = pattern(cut.toLowerCase(Locale.ROOT));
        if (pattern != null) {
            return new Told(agent(pattern.accessClass(), pattern.tool()), pattern.text());
        }
        var told = robots.pattern(cut);
        return told == null ? new Told(unlisted(cut), null) : new Told(robot, told);
    }

    private static String cut(String agent) {
        return agent.length() > LONGEST ? agent.substring(0, LONGEST) : agent;
    }

    private @Nullable AgentPattern pattern(String lower) {
        for (var pattern : patterns) {
            if (pattern.fits(lower)) {
                return pattern;
            }
        }
        return null;
    }

    private Agent unlisted(String agent) {
        var lower = agent.toLowerCase(Locale.ROOT);
        return lower.startsWith("mozilla/") || lower.startsWith("opera/") ? person : unknown;
    }

    private Agent agent(AccessClass accessClass, String tool) {
        for (var known : agents) {
            if (known.accessClass == accessClass && known.tool.equals(tool)) {
                return known;
            }
        }
        var agent = new Agent(agents.size(), accessClass, tool);
        agents.add(agent);
        return agent;
    }

    private void read(String list, AccessClass accessClass) {
        for (var pattern : AgentPattern.read(list, accessClass)) {
            patterns.add(pattern);
            agent(pattern.accessClass(), pattern.tool());
        }
    }
}
