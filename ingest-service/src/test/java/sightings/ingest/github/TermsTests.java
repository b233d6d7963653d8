package sightings.ingest.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests for {@link Terms}. */
class TermsTests {

    private final List<String> ids =
            IntStream.range(0, 50).mapToObj("a%03d-bcde"::formatted).toList();

    @Test
    void asksForSixIdsAtOnceAndForEachOnce() {
        var searches = all(Terms.together(ids), null);

        assertThat(searches).hasSize(9).allMatch(words -> words.size() <= 6);
        assertThat(searches.stream().flatMap(List::stream)).containsExactlyElementsOf(ids);
    }

    @Test
    void goesOnBehindTheLastWordEvenWhereThatIsNoLongerThere() {
        assertThat(all(Terms.together(ids), "a048-zzzz")).containsExactly(List.of("a049-bcde"));
    }

    @Test
    void asksForEachHostByItself() {
        assertThat(all(Terms.apart(List.of("b.example", "a.example", " ")), null))
                .containsExactly(List.of("a.example"), List.of("b.example"));
    }

    @Test
    void leavesOutWordsThatWouldEndTheirQuotes() {
        assertThat(all(Terms.apart(List.of("a\" OR \"b")), null)).isEmpty();
    }

    private static List<List<String>> all(Terms terms, @org.jspecify.annotations.Nullable String last) {
        var all = new ArrayList<List<String>>();
        for (var next = terms.after(last);
                next.isPresent();
                next = terms.after(next.get().getLast())) {
            all.add(next.get());
        }
        return all;
    }
}
