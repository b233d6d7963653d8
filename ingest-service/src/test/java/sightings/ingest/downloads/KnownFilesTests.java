package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sightings.dataset.DatasetId;
import sightings.event.DemandSeen;
import sightings.event.VisitorId;
import sightings.ingest.watching.MemoryChannel;

/** Tests for {@link KnownFiles}. */
class KnownFilesTests {

    private static final DatasetId TREES = new DatasetId("abcd-1234");
    private static final String SITE = "trees.example";

    private final MemoryChannel channel = new MemoryChannel();
    private final KnownFiles files = new KnownFiles();

    @Test
    void readsOnlyWhatHasChangedAnew() {
        var one = written("one", 1);
        written("two", 2);
        channel.commit(FolderMemory.PART, Map.of("losses", "0"));
        var before = files.states(channel);
        assertThat(before).hasSize(2).containsKey(one.part());
        one.accounting().accepted();
        channel.commit(one.part(), one.state());
        var after = files.states(channel);
        assertThat(after.get(one.part())).isNotSameAs(before.get(one.part()));
        assertThat(after.get(one.part()).accounting().read()).isEqualTo(1);
        before.remove(one.part());
        assertThat(after).containsAllEntriesOf(before);
        before.forEach((part, state) -> assertThat(after.get(part)).isSameAs(state));
    }

    @Test
    void takesBackWhatWasReadAndNotCommitted() {
        var part = written("one", 1).part();
        var state = files.states(channel).get(part);
        files.touch(part);
        state.accounting().accepted();
        assertThat(files.states(channel).get(part).accounting().read()).isZero();
    }

    @Test
    void tellsWhatAllFilesTellTogether() {
        for (int day = 1; day <= 3; day++) {
            written("file " + day, day);
        }
        files.states(channel);
        assertThat(files.together().referrals().established(SITE)).containsExactly(TREES);
        assertThat(files.together().tokens().established("ab12cd34ef567890")).isEmpty();
        assertThat(files.together().demands().visits("hash"))
                .hasValueSatisfying(visits -> assertThat(visits.isEnough()).isTrue());
        assertThat(files.together().demands().names()).containsOnlyKeys("named");
    }

    @Test
    void knowsNothingOfARoundThatFailed() {
        written("one", 1);
        var state = files.states(channel).values().iterator().next();
        state.referrals().tell(SITE, state.referrals().established(SITE));
        for (int day : List.of(2, 3)) {
            add(state, day);
        }
        files.together().addAll(state);
        assertThat(files.together().referrals().established(SITE)).isNotEmpty();
        files.forget();
        assertThat(files.states(channel).get(state.part())).isNotSameAs(state);
        assertThat(files.together().referrals().established(SITE)).isEmpty();
    }

    @Test
    void isBoundedHoweverManyFilesThereAreAndKeepsWhatIsRecent() {
        var together = files.together();
        for (int file = 0; file < 300; file++) {
            var state = FileState.begin(Integer.toString(file).getBytes(StandardCharsets.UTF_8), "");
            for (int i = 0; i < 200; i++) {
                var day = LocalDate.EPOCH.plusDays(file);
                state.referrals().add(file + "-" + i + ".example", TREES, day, new VisitorId("abcdefgh"));
                state.demands().add(file + "-" + i, day, new VisitorId("abcdefgh"));
            }
            if (file == 0) {
                state.demands().name("0-0", new Wanted(DemandSeen.Kind.SEARCH, "trees"));
            }
            together.addAll(state);
        }
        assertThat(together.demands().state()).hasSizeBetween(Recent.MOST / 2, Recent.MOST + 1);
        assertThat(together.demands().visits("0-0")).as("has a name").isPresent();
        assertThat(together.demands().visits("0-1")).isEmpty();
        assertThat(together.demands().visits("299-0")).isPresent();
        assertThat(together.referrals().state())
                .hasSizeBetween(Recent.MOST / 2, Recent.MOST)
                .containsKey("from:299-0.example abcd-1234")
                .doesNotContainKey("from:0-0.example abcd-1234");
    }

    /** A file with two visitors of one day, as its checkpoint has it. */
    private FileState written(String name, int day) {
        var state = FileState.begin(name.getBytes(StandardCharsets.UTF_8), "");
        add(state, day);
        channel.commit(state.part(), state.state());
        return state;
    }

    private static void add(FileState state, int day) {
        for (int i = 0; i < 2; i++) {
            var visitor = new VisitorId(day + "" + i + "abcdef");
            state.referrals().add(SITE, TREES, LocalDate.EPOCH.plusDays(day), visitor);
            state.demands().add("hash", LocalDate.EPOCH.plusDays(day), visitor);
        }
        state.demands().name("named", new Wanted(DemandSeen.Kind.SEARCH, "trees"));
    }
}
