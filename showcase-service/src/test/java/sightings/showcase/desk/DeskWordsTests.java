package sightings.showcase.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightings.dataset.Reference;
import sightings.event.AccessKind;
import sightings.event.DemandSeen;
import sightings.event.Outcome;
import sightings.event.ProblemStatement;
import sightings.event.RejectReason;
import sightings.event.SourceNote;
import sightings.event.SourceReported;
import sightings.event.UseType;
import sightings.evidence.GoneReason;
import sightings.evidence.Grade;
import sightings.evidence.Method;
import sightings.evidence.RefusalReason;
import sightings.evidence.RepositoryFacts;
import sightings.evidence.Subject;
import sightings.evidence.Verification;
import sightings.showcase.entries.EntryStatus;
import sightings.showcase.entries.EntryStep;
import sightings.showcase.instructions.InstructionDocument;
import sightings.showcase.instructions.Revisions;
import sightings.showcase.uses.Decided;
import sightings.showcase.uses.InboxFilter;
import sightings.showcase.uses.UseStatus;

/** Tests that the desk has words for everything it shows, in both languages. */
class DeskWordsTests {

    private final ResourceBundle english = ResourceBundle.getBundle("messages-desk", Locale.ROOT);

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void hasAWordForEachChoice(String language) {
        var words = ResourceBundle.getBundle("messages-desk", Locale.of(language));

        assertThat(choices())
                .allSatisfy(key -> assertThat(words.containsKey(key)).as(key).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = "es")
    void saysEverythingInEachLanguage(String language) {
        assertThat(ResourceBundle.getBundle("messages-desk", Locale.of(language))
                        .keySet())
                .isEqualTo(english.keySet());
        assertThat(english.keySet())
                .allSatisfy(key -> assertThat(ResourceBundle.getBundle("messages-desk", Locale.of(language))
                                .getString(key))
                        .as(key)
                        .isNotBlank()
                        // In message patterns a straight apostrophe swallows what follows it.
                        .doesNotContain("'"));
    }

    private static Stream<String> choices() {
        return Stream.of(
                        keys("desk.reason.", RejectReason.values()),
                        keys("desk.type.", UseType.values()),
                        keys("desk.outcome.", Outcome.values()),
                        keys("desk.difficulty.", ProblemStatement.Difficulty.values()),
                        keys("desk.grade.", Grade.values()),
                        keys("desk.method.", Method.values()),
                        keys("desk.verification.", Verification.values()),
                        keys("desk.kind.", Subject.Kind.values()),
                        keys("desk.status.", UseStatus.values()),
                        keys("desk.sort.", InboxFilter.Sort.values()),
                        keys("desk.audit.", Decided.Action.values()),
                        keys("desk.standing.", Decided.Action.values()),
                        keys("desk.entry.status.", EntryStatus.values()),
                        keys("desk.entry.audit.", EntryStep.Action.values()),
                        keys("desk.entry.standing.", EntryStep.Action.values()),
                        keys("desk.source.kind.", SourceReported.Kind.values()),
                        keys("desk.source.state.", SourceReported.State.values()),
                        keys("desk.changes.cause.", Revisions.Cause.values()),
                        keys("desk.repository.stars.", RepositoryFacts.Stars.values()),
                        keys("desk.reference.", Reference.Kind.values()),
                        keys("desk.wanted.kind.", DemandSeen.Kind.values()),
                        keys("desk.wanted.title.", DemandSeen.Kind.values()),
                        keys("desk.wanted.challenge.", DemandSeen.Kind.values()),
                        keys("desk.wish.", InstructionDocument.Act.values()),
                        keys("desk.refusal.", RefusalReason.values()),
                        keys("desk.would.", RefusalReason.values()),
                        keys("desk.gone.", GoneReason.values()),
                        keys("desk.note.", SourceNote.values()),
                        keys("desk.why.access.", AccessKind.values()))
                .flatMap(keys -> keys);
    }

    private static Stream<String> keys(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> prefix + value.name());
    }
}
