package sightings.local.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Searches the files of the sample's repositories as GitHub's legacy code search does: words and qualifiers, all must hold,
 * or one of those with OR between them.
 */
final class CodeSearch {

    /** GitHub shows no more than this of any search. */
    static final int MOST = 1_000;

    private static final Pattern PART =
            Pattern.compile("(?<not>NOT |-)?(?:(?<key>[a-z_]+):)?(?:\"(?<quoted>[^\"]*)\"|(?<word>\\S+))");
    private static final Pattern RANGE =
            Pattern.compile("(?<low>\\d+|\\*)\\.\\.(?<high>\\d+|\\*)|(?<op>[<>]=?)(?<bound>\\d+)|(?<exact>\\d+)");

    /**
     * A file that was found.
     *
     * @param repository where
     * @param file which
     */
    record Hit(CityRepository repository, CityFile file) {}

    private final History history;

    CodeSearch(History history) {
        this.history = history;
    }

    List<Hit> find(String query) {
        var holds = predicate(query);
        boolean forks = query.contains("fork:true") || query.contains("fork:only");
        var hits = new ArrayList<Hit>();
        for (var repository : history.repositories()) {
            if (!repository.fork() || forks) {
                repository.files().stream()
                        .map(file -> new Hit(repository, file))
                        .filter(holds)
                        .forEach(hits::add);
            }
        }
        return List.copyOf(hits);
    }

    private static Predicate<Hit> predicate(String query) {
        var all = new ArrayList<Predicate<Hit>>();
        boolean either = false;
        var part = PART.matcher(query.strip());
        while (part.find()) {
            var value = part.group("quoted") == null ? part.group("word") : part.group("quoted");
            boolean bare = part.group("quoted") == null && part.group("key") == null;
            if (bare && (value.equals("OR") || value.equals("AND"))) {
                either = value.equals("OR") && !all.isEmpty();
                continue;
            }
            var one = part.group("key") == null ? contains(value) : qualifier(part.group("key"), value);
            var meant = part.group("not") == null ? one : one.negate();
            all.add(either ? all.removeLast().or(meant) : meant);
            either = false;
        }
        return hit -> all.stream().allMatch(each -> each.test(hit));
    }

    private static Predicate<Hit> contains(String words) {
        var text = lower(words);
        return hit -> lower(hit.file().text()).contains(text);
    }

    private static Predicate<Hit> qualifier(String key, String value) {
        var wanted = lower(value);
        return switch (key) {
            case "extension" -> hit -> hit.file().extension().equals(wanted);
            case "filename" -> hit -> lower(hit.file().name()).contains(wanted);
            case "path" -> hit -> lower(hit.file().path()).startsWith(wanted.replaceAll("^/", ""));
            case "language" ->
                hit -> wanted.equals(lower(String.valueOf(hit.repository().language())));
            case "repo" -> hit -> lower(hit.repository().name()).equals(wanted);
            case "user", "org" -> hit -> lower(hit.repository().login()).equals(wanted);
            case "size" -> size(value);
            default -> hit -> true;
        };
    }

    private static Predicate<Hit> size(String value) {
        var range = RANGE.matcher(value);
        if (!range.matches()) {
            return hit -> false;
        }
        return hit -> {
            long size = hit.file().text().length();
            if (range.group("exact") != null) {
                return size == Long.parseLong(range.group("exact"));
            }
            if (range.group("op") != null) {
                long bound = Long.parseLong(range.group("bound"));
                return switch (range.group("op")) {
                    case "<" -> size < bound;
                    case "<=" -> size <= bound;
                    case ">" -> size > bound;
                    default -> size >= bound;
                };
            }
            return size >= bound(range.group("low"), 0) && size <= bound(range.group("high"), Long.MAX_VALUE);
        };
    }

    private static long bound(String text, long open) {
        return text.equals("*") ? open : Long.parseLong(text);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
