package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import sightings.dataset.DatasetId;
import sightings.event.Caller;
import sightings.event.CallerNamed;
import sightings.event.Event;
import sightings.event.PlaceObserved;
import sightings.event.VisitorId;
import sightings.evidence.Observation;
import sightings.evidence.SourceId;
import sightings.evidence.Subject;
import sightings.evidence.SubjectId;

/** Tests for {@link SiteObserver}. */
class SiteObserverTests {

    private static final DatasetId TREES = new DatasetId("abcd-1234");

    private static final InstallationSecret SECRET =
            new InstallationSecret("of the test".getBytes(StandardCharsets.UTF_8));

    private final FileState first = FileState.begin("a".getBytes(StandardCharsets.UTF_8), "");
    private final FileState second = FileState.begin("b".getBytes(StandardCharsets.UTF_8), "");
    private KnownFiles.Together all = new KnownFiles.Together();
    private final SiteObserver observer = new SiteObserver(
            new SourceId("log:portal"),
            dataset -> "https://data.example.gov/d/" + dataset,
            InstantSource.fixed(Instant.EPOCH),
            SECRET);

    @Test
    void observesAnApplicationOnceEnoughVisitorsUsedIt() {
        add(first.tokens(), "ab12cd34ef567890", 1, 2, 2);
        assertThat(news(first)).isEmpty();
        add(second.tokens(), "ab12cd34ef567890", 3, 3);
        var news = news(second);
        assertThat(observed(news)).singleElement().satisfies(seen -> {
            assertThat(seen.subject().title()).isEqualTo("Application with token ab12cd34");
            assertThat(seen.subject().kind()).isEqualTo(Subject.Kind.APPLICATION);
            assertThat(seen.links()).containsExactly("https://data.example.gov/d/abcd-1234");
        });
        assertThat(news)
                .contains(new CallerNamed(
                        new SourceId("log:portal"),
                        Caller.token("ab12cd34ef567890"),
                        new SubjectId("app-token:ab12cd34ef567890"),
                        Instant.EPOCH));
        assertThat(news(first)).as("once").isEmpty();
        var again = FileState.of("a", first.state());
        all = new KnownFiles.Together();
        List.of(again, FileState.of("b", second.state())).forEach(all::addAll);
        assertThat(news(again)).as("after a restart").isEmpty();
    }

    @Test
    void namesASiteByWhatCountsKnowItByOnlyOnceEnoughVisitorsCame() {
        add(first.referrals(), "trees.example", 1, 2, 3, 4, 5);
        assertThat(news(first)).as("may be one person").isEmpty();
        add(first.referrals(), "trees.example", 6, 6, 6);
        assertThat(news(first))
                .contains(new CallerNamed(
                        new SourceId("log:portal"),
                        Caller.site(new SiteHashes(SECRET).hash("trees.example")),
                        new SubjectId("trees.example"),
                        Instant.EPOCH));
    }

    @Test
    void keepsSitesAndApplicationsApart() {
        add(first.referrals(), "trees.example", 1, 1, 2, 2, 3);
        add(first.tokens(), "ab12cd34ef567890", 1, 1, 2, 2, 3);
        assertThat(observed(news(first)))
                .extracting(seen -> seen.subject().kind())
                .containsExactly(Subject.Kind.SITE, Subject.Kind.APPLICATION);
    }

    private List<Event> news(FileState file) {
        return observer.news(
                all,
                file,
                new TreeSet<>(Set.of("trees.example", "elsewhere.example")),
                new TreeSet<>(Set.of("ab12cd34ef567890")));
    }

    @Test
    void looksOnlyAtSitesFromWhichSomebodyCame() {
        add(first.referrals(), "trees.example", 1, 1, 2, 2, 3);
        add(first.referrals(), "trees.example.org", 1, 1, 2, 2, 3);
        assertThat(observed(observer.news(all, first, new TreeSet<>(Set.of("trees.example.org")), new TreeSet<>())))
                .extracting(seen -> seen.subject().title())
                .containsExactly("trees.example.org");
        assertThat(observed(observer.news(all, first, new TreeSet<>(Set.of("trees.example")), new TreeSet<>())))
                .extracting(seen -> seen.subject().title())
                .containsExactly("trees.example");
    }

    private static List<Observation> observed(List<Event> news) {
        return news.stream()
                .filter(PlaceObserved.class::isInstance)
                .map(event -> ((PlaceObserved) event).observation())
                .toList();
    }

    private static void add(Referrals referrals, String from, int... days) {
        for (int i = 0; i < days.length; i++) {
            referrals.add(
                    from, TREES, LocalDate.EPOCH.plusDays(days[i]), new VisitorId(i + "-" + days[i] + "-visitor"));
        }
    }
}
