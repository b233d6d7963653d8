package sightings.ingest.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * The rules of the COUNTER Code of Practice for Research Data, one test each, with the Code's own examples where it has
 * some. Which requests count at all is in {@link ProfileTests}, who is a robot in the tests of the classifier.
 */
class CounterCodeOfPracticeTests {

    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");
    private static final long PAGE = 1;
    private static final long FILE = 2;

    private final VisitorDay day = new VisitorDay();

    @Test
    void twoClicksTwentyNineSecondsApartAreOne() {
        view(PAGE, "10:01:00");
        view(PAGE, "10:01:29");
        day.end();
        assertThat(day.investigations()).isEqualTo(1);
        assertThat(day.doubleClicks()).isEqualTo(1);
    }

    @Test
    void twoClicksThirtyFiveSecondsApartAreTwo() {
        view(PAGE, "10:01:00");
        view(PAGE, "10:01:35");
        day.end();
        assertThat(day.investigations()).isEqualTo(2);
        assertThat(day.doubleClicks()).isZero();
    }

    @Test
    void exactlyThirtySecondsIsTheMostThatIsStillOne() {
        view(PAGE, "10:01:00");
        view(PAGE, "10:01:30");
        view(PAGE, "10:02:01");
        day.end();
        assertThat(day.investigations()).isEqualTo(2);
    }

    @Test
    void aChainOfClicksIsOneHoweverLongItIs() {
        for (int i = 0; i < 10; i++) {
            day.click(PAGE, TEN.plus(Duration.ofSeconds(29L * i)).getEpochSecond(), false);
        }
        day.end();
        assertThat(day.investigations()).isEqualTo(1);
        assertThat(day.doubleClicks()).isEqualTo(9);
    }

    @Test
    void theLastClickOfAChainStaysAndItsHourIsTheSession() {
        view(PAGE, "10:59:50");
        view(PAGE, "11:00:10");
        view(PAGE, "11:30:00");
        day.end();
        assertThat(day.investigations()).isEqualTo(2);
        assertThat(day.uniqueInvestigations()).isEqualTo(1);
    }

    @Test
    void clicksOnTwoUrlsAreNoDoubleClick() {
        view(PAGE, "10:01:00");
        download(FILE, "10:01:05");
        day.end();
        assertThat(day.investigations()).isEqualTo(2);
        assertThat(day.doubleClicks()).isZero();
    }

    @Test
    void aRequestIsAnInvestigationToo() {
        view(PAGE, "10:01:00");
        download(FILE, "10:03:00");
        day.end();
        assertThat(day.investigations()).isEqualTo(2);
        assertThat(day.requests()).isEqualTo(1);
    }

    @Test
    void aDatasetIsInvestigatedAndRequestedOnceInASession() {
        view(PAGE, "10:01:00");
        view(PAGE, "10:20:00");
        download(FILE, "10:05:00");
        download(FILE, "10:40:00");
        day.end();
        assertThat(day.investigations()).isEqualTo(4);
        assertThat(day.requests()).isEqualTo(2);
        assertThat(day.uniqueInvestigations()).isEqualTo(1);
        assertThat(day.uniqueRequests()).isEqualTo(1);
    }

    @Test
    void aSessionIsAnHourSlice() {
        view(PAGE, "10:59:00");
        view(PAGE, "11:01:00");
        day.end();
        assertThat(day.uniqueInvestigations()).isEqualTo(2);
        assertThat(day.uniqueRequests()).isZero();
    }

    @Test
    void nothingOfOneVisitorIsLeftForTheNext() {
        view(PAGE, "10:01:00");
        day.end();
        day.begin();
        view(PAGE, "10:01:10");
        day.end();
        assertThat(day.investigations()).isEqualTo(1);
        assertThat(day.doubleClicks()).isZero();
    }

    private void view(long url, String time) {
        day.click(url, at(time), false);
    }

    private void download(long url, String time) {
        day.click(url, at(time), true);
    }

    private static long at(String time) {
        return Instant.parse("2026-11-23T" + time + "Z").getEpochSecond();
    }
}
