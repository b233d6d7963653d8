package sightings.ingest.usage;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import sightings.event.AccessClass;
import sightings.ingest.usage.Judgement.Why;

/** Tests for {@link Judgement}. */
class JudgementTests {

    @Test
    void leavesRobotsOutOfTheCodeOfPracticeOnly() {
        assertThat(Judgement.of("GET", 200, AccessClass.ROBOT))
                .extracting(Judgement::profile, Judgement::why)
                .containsExactly(Tuple.tuple("counter-rd@1", Why.ROBOT), Tuple.tuple("downloads@2", null));
    }

    @Test
    void tellsMethodBeforeStatus() {
        assertThat(Judgement.of("HEAD", 404, AccessClass.PERSON))
                .extracting(Judgement::why)
                .containsOnly(Why.METHOD);
    }

    @Test
    void countsPartsOnlyWhereTheProfileDoes() {
        assertThat(Judgement.of("GET", 206, AccessClass.TOOL))
                .extracting(Judgement::why)
                .containsExactly(Why.STATUS, null);
    }
}
