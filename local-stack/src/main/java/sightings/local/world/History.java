package sightings.local.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** What has happened in a world since its first start, kept in a file so that a restart does not undo it. */
final class History {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * What the file holds.
     *
     * @param firstStart when this world began
     * @param repositories when each later repository appeared, by name
     * @param posts when each later post appeared, by slug
     */
    record Kept(Instant firstStart, Map<String, Instant> repositories, Map<String, Instant> posts) {

        Kept {
            repositories = new TreeMap<>(repositories);
            posts = new TreeMap<>(posts);
        }
    }

    private final Path file;
    private final SampleCity city;
    private Kept kept;

    private History(Path file, SampleCity city, Kept kept) {
        this.file = file;
        this.city = city;
        this.kept = kept;
    }

    /** Reads what was kept, or begins now. */
    static History open(Path folder, SampleCity city, Instant now) {
        try {
            Files.createDirectories(folder);
            var file = folder.resolve("history.json");
            if (Files.exists(file)) {
                return new History(file, city, JSON.readValue(Files.readString(file), Kept.class));
            }
            var history = new History(file, city, new Kept(now.truncatedTo(ChronoUnit.SECONDS), Map.of(), Map.of()));
            history.save();
            return history;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the world's history in " + folder, e);
        }
    }

    synchronized Instant firstStart() {
        return kept.firstStart();
    }

    /** The repositories that are there now, with when each was last pushed to. */
    synchronized List<CityRepository> repositories() {
        return city.repositories().values().stream()
                .filter(found -> found.later() == 0 || kept.repositories().containsKey(found.name()))
                .toList();
    }

    /** The posts of a feed that are out now, newest first. */
    synchronized List<Post> posts(String feed) {
        return city.articles().stream()
                .filter(article -> article.feed().equals(feed))
                .flatMap(article -> published(article).stream())
                .sorted(Comparator.comparing(Post::publishedAt).reversed())
                .toList();
    }

    private Optional<Post> published(Article article) {
        var at = article.later() == 0
                ? kept.firstStart()
                        .minusSeconds(
                                article.daysBefore() * 86_400L + article.slug().length() * 977L)
                : kept.posts().get(article.slug());
        return Optional.ofNullable(at).map(when -> new Post(article, when));
    }

    /** Lets the next repository appear; empty where none is left. */
    synchronized Optional<CityRepository> publishRepository(Instant now) {
        var next = city.repositories().values().stream()
                .filter(found -> found.later() > 0 && !kept.repositories().containsKey(found.name()))
                .min(Comparator.comparingInt(CityRepository::later));
        next.ifPresent(found -> {
            kept.repositories().put(found.name(), now.truncatedTo(ChronoUnit.SECONDS));
            save();
        });
        return next;
    }

    /** Lets the next post appear; empty where none is left. */
    synchronized Optional<Post> publishPost(Instant time) {
        var now = time.truncatedTo(ChronoUnit.SECONDS);
        var next = city.articles().stream()
                .filter(article -> article.later() > 0 && !kept.posts().containsKey(article.slug()))
                .min(Comparator.comparingInt(Article::later));
        next.ifPresent(article -> {
            kept.posts().put(article.slug(), now);
            save();
        });
        return next.map(article -> new Post(article, now));
    }

    private void save() {
        try {
            var temporary = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(temporary, JSON.writeValueAsString(kept));
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the world's history in " + file, e);
        }
    }
}
