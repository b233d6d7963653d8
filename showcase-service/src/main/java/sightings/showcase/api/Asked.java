package sightings.showcase.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.showcase.index.Cursor;

/** The parameters of a request, each checked; those that are unknown or wrong are collected and told at once. */
final class Asked {

    static final int PAGE = 50;
    static final int LARGEST_PAGE = 200;

    private final HttpServletRequest request;
    private final List<InvalidRequest.Wrong> wrong = new ArrayList<>();

    /** With the names that are allowed. */
    Asked(HttpServletRequest request, Set<String> allowed) {
        this.request = request;
        request.getParameterMap().keySet().stream()
                .filter(name -> !allowed.contains(name))
                .sorted()
                .forEach(name -> wrong.add(new InvalidRequest.Wrong(
                        name,
                        allowed.isEmpty()
                                ? "there are no parameters here"
                                : "there is no such parameter; known are "
                                        + String.join(", ", new TreeSet<>(allowed)))));
    }

    /** Words, at most 200 characters. */
    @Nullable
    String text(String name) {
        var text = request.getParameter(name);
        if (text != null && text.length() > 200) {
            wrong.add(new InvalidRequest.Wrong(name, "at most 200 characters"));
        }
        return text;
    }

    /** A language tag of two letters. */
    String language() {
        var language = Optional.ofNullable(request.getParameter("lang")).orElse("en");
        if (!language.matches("[a-z]{2}")) {
            wrong.add(new InvalidRequest.Wrong("lang", "two letters, such as en"));
            return "en";
        }
        return language;
    }

    /** Values of this parameter: repeated or separated by commas. */
    List<String> values(String name) {
        var values = Optional.ofNullable(request.getParameterValues(name)).stream()
                .flatMap(Arrays::stream)
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        if (values.size() > 50) {
            wrong.add(new InvalidRequest.Wrong(name, "at most 50 values"));
        }
        return values;
    }

    /** Values of this parameter among these, written in lower case with hyphens. */
    <E extends Enum<E>> List<E> choices(String name, List<E> choices) {
        return known(
                name,
                values(name),
                value -> choices.stream()
                        .filter(choice -> word(choice).equalsIgnoreCase(value.replace('_', '-')))
                        .findFirst(),
                "any of " + choices.stream().map(Asked::word).collect(Collectors.joining(", ")));
    }

    /** Dataset ids. */
    List<DatasetId> datasets(String name) {
        return known(
                name,
                values(name),
                value -> DatasetId.isValid(value) ? Optional.of(new DatasetId(value)) : Optional.empty(),
                "an id of a dataset");
    }

    /** One of these words, the first where nothing is said. */
    String oneOf(String name, String... words) {
        var word = Optional.ofNullable(request.getParameter(name)).orElse(words[0]);
        if (!List.of(words).contains(word)) {
            wrong.add(new InvalidRequest.Wrong(name, "one of " + String.join(", ", words)));
            return words[0];
        }
        return word;
    }

    /** How many on one page. */
    int size() {
        var size = request.getParameter("size");
        if (size == null) {
            return PAGE;
        }
        if (!size.matches("[0-9]{1,4}") || Integer.parseInt(size) < 1 || Integer.parseInt(size) > LARGEST_PAGE) {
            wrong.add(new InvalidRequest.Wrong("size", "a number from 1 to " + LARGEST_PAGE));
            return PAGE;
        }
        return Integer.parseInt(size);
    }

    /** Where the page begins; null at the beginning. */
    @Nullable
    Cursor cursor() {
        var text = request.getParameter("cursor");
        if (text == null) {
            return null;
        }
        var cursor =
                Cursor.parse(text, 2).filter(read -> read.values().getFirst().matches("-?[0-9]{1,18}"));
        if (cursor.isEmpty()) {
            wrong.add(new InvalidRequest.Wrong("cursor", "the one that the link to the next page names"));
        }
        return cursor.orElse(null);
    }

    /** Whether CSV is wanted: by the address, by {@code format}, or by the header {@code Accept}. */
    boolean wantsCsv() {
        if (request.getRequestURI().endsWith(".csv")) {
            return true;
        }
        var format = request.getParameter("format");
        if (format != null) {
            if (!format.equals("csv") && !format.equals("json")) {
                wrong.add(new InvalidRequest.Wrong("format", "json or csv"));
            }
            return format.equals("csv");
        }
        var accept = Optional.ofNullable(request.getHeader("Accept")).orElse("").toLowerCase(Locale.ROOT);
        return accept.contains("text/csv") && !accept.contains("json");
    }

    /** Ends the reading: throws where anything was wrong. */
    void check() {
        if (!wrong.isEmpty()) {
            throw new InvalidRequest(wrong);
        }
    }

    /** How a choice is written in this API. */
    static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private <T> List<T> known(String name, List<String> values, Function<String, Optional<T>> read, String right) {
        var known = new ArrayList<T>();
        for (String value : values) {
            read.apply(value).ifPresentOrElse(known::add, () -> wrong.add(new InvalidRequest.Wrong(name, right)));
        }
        return known;
    }
}
