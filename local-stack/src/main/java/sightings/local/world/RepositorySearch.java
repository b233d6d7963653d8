package sightings.local.world;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Searches the READMEs of the sample's repositories as GitHub does: quoted words, and when they were last pushed to. */
final class RepositorySearch {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern PUSHED =
            Pattern.compile("\\bpushed:(?:>=(?<from>\\S+)|(?<low>\\S+?)\\.\\.(?<high>\\S+))");

    private final History history;

    RepositorySearch(History history) {
        this.history = history;
    }

    /** Those with each of the words in their README; forks only where asked for. */
    List<CityRepository> find(String query) {
        var words = WORD.matcher(query)
                .results()
                .map(word -> word.group(1).toLowerCase(Locale.ROOT))
                .toList();
        var pushed = pushed(query);
        boolean forks = query.contains("fork:true") || query.contains("fork:only");
        return history.repositories().stream()
                .filter(repository -> forks || !repository.fork())
                .filter(repository -> pushed.test(GitHubSite.pushedAt(repository)))
                .filter(repository -> !words.isEmpty()
                        && repository
                                .readme()
                                .filter(readme -> {
                                    var text = readme.text().toLowerCase(Locale.ROOT);
                                    return words.stream().allMatch(text::contains);
                                })
                                .isPresent())
                .toList();
    }

    private static Predicate<Instant> pushed(String query) {
        var range = PUSHED.matcher(query);
        if (!range.find()) {
            return _ -> true;
        }
        try {
            var from = Instant.parse(range.group("from") == null ? range.group("low") : range.group("from"));
            var to = range.group("high") == null ? Instant.MAX : Instant.parse(range.group("high"));
            return when -> !when.isBefore(from) && !when.isAfter(to);
        } catch (DateTimeException e) {
            return _ -> false;
        }
    }
}
