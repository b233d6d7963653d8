package sightings.ingest.usage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tests for {@link VisitorDay}, beyond what {@link CounterCodeOfPracticeTests} demands of it. */
class VisitorDayTests {

    private final VisitorDay day = new VisitorDay();

    @Test
    void saysHowManyClicksAnotherOneFollowedTooSoon() {
        for (int i = 0; i < 10; i++) {
            day.click(1, 29L * i, false);
        }
        day.click(2, 5, false);
        day.end();
        assertThat(day.investigations()).isEqualTo(2);
        assertThat(day.doubleClicks()).isEqualTo(9);
    }

    @Test
    void nothingOfOneVisitorIsLeftForTheNext() {
        day.click(1, 60, false);
        day.end();
        day.begin();
        day.click(1, 70, false);
        day.end();
        assertThat(day.investigations()).isEqualTo(1);
        assertThat(day.doubleClicks()).isZero();
    }
}
