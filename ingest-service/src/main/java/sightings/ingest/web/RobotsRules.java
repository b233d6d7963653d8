package sightings.ingest.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a site's robots.txt asks of us (RFC 9309): the longest matching rule decides, allowing on a tie. */
final class RobotsRules {

    static final RobotsRules ALLOW_ALL = new RobotsRules(List.of());
    static final RobotsRules ALLOW_NOTHING = new RobotsRules(List.of(new Rule("/", false)));

    private record Rule(String pattern, boolean allows) {

        boolean matches(String path) {
            boolean anchored = pattern.endsWith("$");
            var body = anchored ? pattern.substring(0, pattern.length() - 1) : pattern;
            return wildcard(body, anchored, path);
        }

        /** Greedy matching with one step back: linear in practice, never exponential. */
        private static boolean wildcard(String pattern, boolean anchored, String path) {
            int p = 0;
            int s = 0;
            int star = -1;
            int mark = 0;
            while (s < path.length()) {
                if (p == pattern.length() && !anchored) {
                    return true;
                }
                if (p < pattern.length() && pattern.charAt(p) == '*') {
                    star = p++;
                    mark = s;
                } else if (p < pattern.length() && pattern.charAt(p) == path.charAt(s)) {
                    p++;
                    s++;
                } else if (star >= 0) {
                    p = star + 1;
                    s = ++mark;
                } else {
                    return false;
                }
            }
            while (p < pattern.length() && pattern.charAt(p) == '*') {
                p++;
            }
            return p == pattern.length();
        }
    }

    private static final int MAX_RULES = 2_000;
    private static final Pattern LINE = Pattern.compile("\\R");

    private final List<Rule> rules;

    private RobotsRules(List<Rule> rules) {
        this.rules = rules;
    }

    /** The rules for the named agent, else those for {@code *}. */
    static RobotsRules parse(String text, String agent) {
        var own = new ArrayList<Rule>();
        var all = new ArrayList<Rule>();
        boolean named = false;
        boolean forUs = false;
        boolean forAll = false;
        boolean inRules = false;
        for (String raw : LINE.split(text)) {
            var line = raw.indexOf('#') >= 0 ? raw.substring(0, raw.indexOf('#')) : raw;
            int colon = line.indexOf(':');
            if (colon < 0) {
                continue;
            }
            var field = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            var value = line.substring(colon + 1).strip();
            if (field.equals("user-agent")) {
                if (inRules) {
                    forUs = false;
                    forAll = false;
                    inRules = false;
                }
                forUs |= value.equalsIgnoreCase(agent);
                forAll |= value.equals("*");
                named |= forUs;
            } else if (field.equals("allow") || field.equals("disallow")) {
                inRules = true;
                if (!value.isEmpty() && own.size() + all.size() < MAX_RULES) {
                    var rule = new Rule(value, field.equals("allow"));
                    if (forUs) {
                        own.add(rule);
                    }
                    if (forAll) {
                        all.add(rule);
                    }
                }
            }
        }
        return new RobotsRules(List.copyOf(named ? own : all));
    }

    /** Whether this path, with its query, may be asked. */
    boolean allow(String path) {
        Rule strongest = null;
        for (Rule rule : rules) {
            if (rule.matches(path)
                    && (strongest == null
                            || rule.pattern().length() > strongest.pattern().length()
                            || rule.pattern().length() == strongest.pattern().length() && rule.allows())) {
                strongest = rule;
            }
        }
        return strongest == null || strongest.allows();
    }
}
