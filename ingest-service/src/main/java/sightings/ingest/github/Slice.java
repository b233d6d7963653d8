package sightings.ingest.github;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A part of one search, small enough, it is hoped, for GitHub to show all of it. The slices that {@link Slices} makes of
 * one have no result in common and miss none of its results.
 *
 * @param kind what is searched
 * @param words any of them must stand there; each is quoted
 * @param from first size in bytes, or first second of the last push since 1970
 * @param to last size or second, inclusive; {@link #OPEN} where there is no end
 * @param narrowing further qualifiers, such as {@code extension:py} or {@code NOT path:docs}
 */
record Slice(Kind kind, List<String> words, long from, long to, List<String> narrowing) {

    /** GitHub takes no longer queries. */
    static final int MAX_QUERY = 256;
    /** GitHub takes no more of AND, OR and NOT in one query. */
    static final int MAX_OPERATORS = 5;

    static final long OPEN = Long.MAX_VALUE;
    /** Code search reads no larger files. */
    static final long LARGEST = 384 * 1024;

    /** What is searched. */
    enum Kind {
        /** Files, for those who sign in; sliced by size. */
        CODE("/search/code"),
        /** Names, descriptions and READMEs of repositories, for everybody; sliced by the time of the last push. */
        REPOSITORIES("/search/repositories");

        private final String path;

        Kind(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }
    }

    Slice {
        words = List.copyOf(words);
        narrowing = List.copyOf(narrowing);
    }

    /** The whole of what these words find. */
    static Slice whole(Kind kind, List<String> words) {
        return new Slice(kind, words, 0, OPEN, List.of());
    }

    /** The query as GitHub reads it. */
    @JsonIgnore
    String query() {
        var parts = new ArrayList<String>();
        parts.add(words.stream().map(word -> '"' + word + '"').collect(Collectors.joining(" OR ")));
        if (kind == Kind.REPOSITORIES) {
            parts.add("in:name,description,readme");
        }
        if (from > 0 || to != OPEN) {
            parts.add(range());
        }
        parts.addAll(narrowing);
        return String.join(" ", parts);
    }

    /** How many of AND, OR and NOT the query has. */
    @JsonIgnore
    int operators() {
        return words.size()
                - 1
                + (int) narrowing.stream().filter(one -> one.startsWith("NOT ")).count();
    }

    Slice between(long first, long last) {
        return new Slice(kind, words, first, last, narrowing);
    }

    Slice narrowedBy(List<String> qualifiers) {
        var more = new ArrayList<>(narrowing);
        more.addAll(qualifiers);
        return new Slice(kind, words, from, to, more);
    }

    private String range() {
        var key = kind == Kind.CODE ? "size:" : "pushed:";
        if (to == OPEN) {
            return key + ">=" + bound(from);
        }
        return from == to && kind == Kind.CODE ? key + from : key + bound(from) + ".." + bound(to);
    }

    private String bound(long value) {
        return kind == Kind.CODE
                ? Long.toString(value)
                : Instant.ofEpochSecond(value).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
