package sightings.ingest.downloads;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import sightings.event.AccessClass;
import sightings.evidence.Hashes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Programs that walk the web by themselves, as a list of patterns says: a public one, and our own small one behind it. A
 * list has a version, which belongs to every count that was made with it. Scripts are never robots, whatever a list says:
 * the Code of Practice demands it, and public lists name libraries and command-line tools, too.
 */
public final class RobotList {

    /** Of the Code of Practice: a list that has one of these loses the pattern. */
    private static final List<String> SCRIPTS = List.of(
            "python-requests/2.32.3",
            "Python-urllib/3.12",
            "python-httpx/0.27",
            "aiohttp/3.9",
            "curl/8.5.0",
            "Wget/1.21.4",
            "Java/21.0.2",
            "Apache-HttpClient/4.5.14 (Java/21)",
            "okhttp/4.12.0",
            "Go-http-client/2.0",
            "axios/1.7.2",
            "node-fetch/1.0",
            "libwww-perl/6.67");

    private static final String BUNDLED = "crawlers.txt";
    private static final String SPECIAL = ".[](){}^$|?*+";

    private final String version;
    private final boolean anyCase;
    private final List<String> own = AgentPattern.read("robots.txt", AccessClass.ROBOT).stream()
            .map(AgentPattern::text)
            .toList();
    private final List<String> literals = new ArrayList<>();
    private final List<Pattern> expressions = new ArrayList<>();

    private RobotList(String version, boolean anyCase, List<String> patterns) {
        this.version = version;
        this.anyCase = anyCase;
        patterns.forEach(this::add);
    }

    /** The public list that was brought in when the program was built: npm's crawler-user-agents, without its libraries. */
    public static RobotList bundled() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RobotList.class.getResourceAsStream(BUNDLED), BUNDLED),
                StandardCharsets.UTF_8))) {
            var all = lines.lines().toList();
            return new RobotList(all.getFirst(), false, all.subList(1, all.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A list from a file: a JSON array of {@code {"pattern": ...}}, as COUNTER publishes it. Upper and lower case are the
     * same. Its version is the hash of its bytes. A pattern that is none is left out.
     *
     * @throws IOException where the file is no such list
     */
    public static RobotList read(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var patterns = new ArrayList<String>();
        try {
            for (var entry : JsonMapper.shared().readTree(bytes)) {
                patterns.add(entry.path("pattern").asString(""));
            }
        } catch (JacksonException e) {
            throw new IOException("No list of robots: " + file, e);
        }
        patterns.removeIf(String::isEmpty);
        if (patterns.isEmpty()) {
            throw new IOException("No list of robots: " + file);
        }
        var name = file.getFileName() + "@" + Hashes.id(new String(bytes, StandardCharsets.UTF_8));
        return new RobotList(name, true, patterns);
    }

    /** Its name and version. */
    public String version() {
        return version;
    }

    /** Our own patterns behind it. */
    List<String> own() {
        return own;
    }

    boolean contains(String agent) {
        var lower = agent.toLowerCase(Locale.ROOT);
        return containsOne(own, lower)
                || containsOne(literals, anyCase ? lower : agent)
                || expressions.stream()
                        .anyMatch(expression -> expression.matcher(agent).find());
    }

    private static boolean containsOne(List<String> texts, String agent) {
        for (var text : texts) {
            if (agent.contains(text)) {
                return true;
            }
        }
        return false;
    }

    /** Most patterns are plain text, which is looked for much faster than an expression. */
    private void add(String pattern) {
        var text = plain(pattern);
        if (!text.isEmpty()) {
            var wanted = anyCase ? text.toLowerCase(Locale.ROOT) : text;
            if (SCRIPTS.stream()
                    .noneMatch(script -> (anyCase ? script.toLowerCase(Locale.ROOT) : script).contains(wanted))) {
                literals.add(wanted);
            }
            return;
        }
        try {
            var expression = Pattern.compile(pattern, anyCase ? Pattern.CASE_INSENSITIVE : 0);
            if (SCRIPTS.stream().noneMatch(script -> expression.matcher(script).find())) {
                expressions.add(expression);
            }
        } catch (PatternSyntaxException e) {
            // An expression of another dialect; the rest of the list still holds.
        }
    }

    /** The text that a pattern stands for; empty where it is more than text. */
    private static String plain(String pattern) {
        var text = new StringBuilder(pattern.length());
        for (int i = 0; i < pattern.length(); i++) {
            char letter = pattern.charAt(i);
            if (letter == '\\') {
                i++;
                if (i == pattern.length() || Character.isLetterOrDigit(pattern.charAt(i))) {
                    return "";
                }
                text.append(pattern.charAt(i));
            } else if (SPECIAL.indexOf(letter) >= 0) {
                return "";
            } else {
                text.append(letter);
            }
        }
        return text.toString();
    }
}
