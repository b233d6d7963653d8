package sightings.ingest.github;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sightings.evidence.SourceId;

/**
 * What the GitHub watcher knows of a repository, for people who ask.
 *
 * @param name owner and name
 * @param files how many of its files were read
 * @param checkedAt when it was looked at last
 * @param missingSince since when it seems to be gone; null where it does not
 * @param file what is known of the file that the address names
 */
public record KnownOnGitHub(
        String name,
        int files,
        @Nullable Instant checkedAt,
        @Nullable Instant missingSince,
        File file) {

    /** Under which source the watcher keeps what it knows. */
    public static final SourceId SOURCE = GitHubWatcher.SOURCE;

    /** What is known of a file. */
    public enum File {
        /** The address names none. */
        NOT_ASKED,
        /** It was read, and is looked at again. */
        READ,
        /** It is a copy of a file of another repository, and counts there. */
        COPY,
        /** It was found, and is no text, too large, or was refused. */
        UNREADABLE,
        /** No search found it, or it had no reason to: it names neither a host nor an id. */
        NOT_FOUND
    }

    /**
     * What is known of the repository at this address of GitHub's pages, or of one of its files.
     *
     * @param parts the watcher's checkpoints
     */
    public static Optional<KnownOnGitHub> at(URI address, Map<String, Map<String, String>> parts) {
        var path = Arrays.stream(String.valueOf(address.getRawPath()).split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
        if (path.size() < 2) {
            return Optional.empty();
        }
        var name = path.get(0) + "/" + path.get(1);
        return parts.entrySet().stream()
                .filter(part -> name.equalsIgnoreCase(part.getValue().get("/name")))
                .map(part -> KnownRepository.of(KnownRepository.id(part.getKey()), part.getValue()))
                .filter(known -> known.id() > 0)
                .map(known -> of(known, path))
                .findFirst();
    }

    private static KnownOnGitHub of(KnownRepository known, List<String> path) {
        long read = known.files().values().stream()
                .filter(file -> file.copyOf() == null)
                .count();
        return new KnownOnGitHub(
                String.valueOf(known.name()), (int) read, known.checkedAt(), known.missingSince(), file(known, path));
    }

    /** Of an address such as {@code /owner/name/blob/branch/src/app.py}. */
    private static File file(KnownRepository known, List<String> path) {
        if (path.size() < 5 || !path.get(2).matches("blob|raw|blame")) {
            return File.NOT_ASKED;
        }
        var file = path.stream().skip(4).map(KnownOnGitHub::decoded).collect(Collectors.joining("/"));
        var found = known.files().get(file);
        if (found != null) {
            return found.copyOf() == null ? File.READ : File.COPY;
        }
        return known.unread().containsKey(file) ? File.UNREADABLE : File.NOT_FOUND;
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }
}
