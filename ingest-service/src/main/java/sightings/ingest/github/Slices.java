package sightings.ingest.github;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a search that finds more than GitHub shows into searches that find less. Pure. First the words apart, then the
 * range in halves (sizes of files, moments of the last push), then file extensions, then folders; the last part of each
 * cut takes what the others leave, so that nothing falls between them.
 *
 * @see <a href="https://docs.github.com/en/rest/search/search">the limits of GitHub's search</a>
 */
final class Slices {

    /** Nothing was pushed to GitHub before. */
    private static final long FIRST_PUSH = Instant.parse("2008-01-01T00:00:00Z").getEpochSecond();

    private static final List<String> EXTENSIONS = List.of("py", "js", "ipynb", "json", "md");
    private static final List<String> FOLDERS = List.of("src", "docs", "data", "scripts", "app");

    private Slices() {}

    /**
     * The parts of this slice, in the order in which to ask them: what is pushed to meanwhile moves on to a later one.
     *
     * @param now the end of time for slices that have none
     * @return empty where it cannot be cut further
     */
    static List<Slice> split(Slice slice, Instant now) {
        if (slice.words().size() > 1) {
            return slice.words().stream()
                    .map(word -> new Slice(slice.kind(), List.of(word), slice.from(), slice.to(), slice.narrowing()))
                    .toList();
        }
        var halves = slice.kind() == Slice.Kind.CODE ? bySize(slice) : byPush(slice, now.getEpochSecond());
        return halves.isEmpty() && slice.kind() == Slice.Kind.CODE ? byPlace(slice) : halves;
    }

    /** Files are many and small or few and large, so the middle is the geometric one. */
    private static List<Slice> bySize(Slice slice) {
        long end = Math.min(slice.to(), Slice.LARGEST);
        if (slice.from() >= end) {
            return List.of();
        }
        long middle = (long) Math.sqrt((double) (slice.from() + 1) * (end + 1)) - 1;
        return halves(slice, Math.clamp(middle, slice.from(), end - 1));
    }

    private static List<Slice> byPush(Slice slice, long now) {
        long start = Math.max(slice.from(), FIRST_PUSH);
        long end = Math.min(slice.to(), now);
        return start >= end ? List.of() : halves(slice, start + (end - start) / 2);
    }

    private static List<Slice> halves(Slice slice, long middle) {
        return List.of(slice.between(slice.from(), middle), slice.between(middle + 1, slice.to()));
    }

    private static List<Slice> byPlace(Slice slice) {
        if (slice.narrowing().isEmpty()) {
            return by("extension:", EXTENSIONS, slice);
        }
        boolean onlyExtension =
                slice.narrowing().size() == 1 && slice.narrowing().getFirst().startsWith("extension:");
        return onlyExtension ? by("path:", FOLDERS, slice) : List.of();
    }

    private static List<Slice> by(String key, List<String> values, Slice slice) {
        var parts = new ArrayList<Slice>();
        values.forEach(value -> parts.add(slice.narrowedBy(List.of(key + value))));
        parts.add(slice.narrowedBy(
                values.stream().map(value -> "NOT " + key + value).toList()));
        return parts;
    }
}
