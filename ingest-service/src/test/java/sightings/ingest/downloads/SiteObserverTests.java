package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import sightings.dataset.DatasetId;
import sightings.event.VisitorId;
import sightings.evidence.SourceId;
import sightings.evidence.Subject;

/** Tests for {@link SiteObserver}. */
class SiteObserverTests {

    private static final DatasetId TREES = new DatasetId("abcd-1234");

    private final FileState first = FileState.begin("a".getBytes(StandardCharsets.UTF_8), "");
    private final FileState second = FileState.begin("b".getBytes(StandardCharsets.UTF_8), "");
    private final SiteObserver observer = new SiteObserver(
            new SourceId("log:portal"),
            dataset -> "https://data.example.gov/d/" + dataset,
            InstantSource.fixed(Instant.EPOCH));

    @Test
    void observesAnApplicationOnceEnoughVisitorsUsedIt() {
        add(first.tokens(), "ab12cd34ef567890", 1, 2, 2);
        assertThat(observer.news(List.of(first, second))).isEmpty();
        add(second.tokens(), "ab12cd34ef567890", 3, 3);
        assertThat(observer.news(List.of(first, second))).singleElement().satisfies(observed -> {
            var seen = observed.observation();
            assertThat(seen.subject().title()).isEqualTo("Application with token ab12cd34");
            assertThat(seen.subject().kind()).isEqualTo(Subject.Kind.APPLICATION);
            assertThat(seen.links()).containsExactly("https://data.example.gov/d/abcd-1234");
        });
        assertThat(observer.news(List.of(first, second))).as("once").isEmpty();
        var again = List.of(FileState.of("a", first.state()), FileState.of("b", second.state()));
        observer.begin(again);
        assertThat(observer.news(again)).as("after a restart").isEmpty();
    }

    @Test
    void keepsSitesAndApplicationsApart() {
        add(first.referrals(), "trees.example", 1, 1, 2, 2, 3);
        add(first.tokens(), "ab12cd34ef567890", 1, 1, 2, 2, 3);
        assertThat(observer.news(List.of(first)))
                .extracting(observed -> observed.observation().subject().kind())
                .containsExactly(Subject.Kind.SITE, Subject.Kind.APPLICATION);
    }

    private static void add(Referrals referrals, String from, int... days) {
        for (int i = 0; i < days.length; i++) {
            referrals.add(
                    from, TREES, LocalDate.EPOCH.plusDays(days[i]), new VisitorId(i + "-" + days[i] + "-visitor"));
        }
    }
}
