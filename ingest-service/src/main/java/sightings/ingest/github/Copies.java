package sightings.ingest.github;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which repository was the first to be seen with which content, and how many others have copied it: by forking, for a
 * course, or by carrying the code along. Built anew from the checkpoints for each round.
 */
final class Copies {

    private final Map<String, Long> firstPlace = new HashMap<>();
    private final Map<Long, Set<Long>> copiers = new HashMap<>();
    private final Set<Long> there = new HashSet<>();

    /** What all these checkpoints tell, by part. */
    static Copies of(Map<String, Map<String, String>> parts) {
        var copies = new Copies();
        parts.forEach((part, state) -> {
            long id = KnownRepository.id(part);
            if (id > 0) {
                copies.add(KnownRepository.of(id, state));
            }
        });
        return copies;
    }

    private void add(KnownRepository repository) {
        repository.files().values().forEach(file -> {
            if (file.copyOf() == null) {
                there.add(repository.id());
                if (!file.isShort()) {
                    firstSeen(file.sha(), repository.id());
                }
            } else {
                copied(file.copyOf(), repository.id());
            }
        });
        var source = repository.forkOf();
        if (source != null && !repository.files().isEmpty()) {
            copied(source, repository.id());
        }
    }

    /**
     * The repository that this content is a copy from, for whom sees it in this one.
     *
     * @return null where nobody, or this repository itself, was the first with it
     */
    @Nullable
    Long original(String sha, long repository) {
        var first = firstPlace.get(sha);
        return first == null || first == repository ? null : first;
    }

    /** This repository has this content; it is the first unless another was. */
    void firstSeen(String sha, long repository) {
        there.add(repository);
        firstPlace.putIfAbsent(sha, repository);
    }

    /** Whether this repository still has content of its own, so that others can be copies of it. */
    boolean isThere(long repository) {
        return there.contains(repository);
    }

    /** The repository went away, so that another may be the first with its content. */
    void gone(long repository) {
        there.remove(repository);
        firstPlace.values().removeIf(first -> first == repository);
    }

    /** Another repository has content of this one, or was forked from it. */
    void copied(long original, long copier) {
        if (original != copier) {
            copiers.computeIfAbsent(original, _ -> new HashSet<>()).add(copier);
        }
    }

    /** How many others have copied from it. */
    int of(long repository) {
        return copiers.getOrDefault(repository, Set.of()).size();
    }
}
