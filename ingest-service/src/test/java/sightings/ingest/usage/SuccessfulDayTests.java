package sightings.ingest.usage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sightings.event.AccessKind;
import sightings.ingest.usage.SuccessfulDay.Answer;

/** Tests for {@link SuccessfulDay}. */
class SuccessfulDayTests {

    private static final long FILE = 1;
    private static final long OTHER_FILE = 2;
    private static final long PERMALINK = 3;

    private final SuccessfulDay day = new SuccessfulDay();

    @Test
    void aDownloadInFortyRangesIsOne() {
        for (int part = 0; part < 40; part++) {
            download(FILE, 60L * part, Answer.PART);
        }
        assertThat(downloads()).isEqualTo(1);
    }

    @Test
    void aDownloadThatIsResumedIsOne() {
        download(FILE, 0, Answer.WHOLE);
        download(FILE, 600, Answer.PART);
        assertThat(downloads()).isEqualTo(1);
    }

    @Test
    void rangesOfTwoFilesAreTwo() {
        download(FILE, 0, Answer.PART);
        download(FILE, 1, Answer.PART);
        download(OTHER_FILE, 2, Answer.PART);
        assertThat(downloads()).isEqualTo(2);
    }

    @Test
    void rangesHoursApartAreTwo() {
        download(FILE, 0, Answer.PART);
        download(FILE, 7_200, Answer.PART);
        assertThat(downloads()).isEqualTo(2);
    }

    @Test
    void everyWholeAnswerCounts() {
        download(FILE, 0, Answer.WHOLE);
        download(FILE, 5, Answer.WHOLE);
        assertThat(downloads()).isEqualTo(2);
    }

    @Test
    void aPermalinkThatLeadsBackToThePortalIsOne() {
        download(FILE, 1, Answer.WHOLE);
        download(PERMALINK, 0, Answer.REDIRECT);
        assertThat(downloads()).isEqualTo(1);
    }

    @Test
    void aPermalinkThatLeadsElsewhereIsOne() {
        download(PERMALINK, 0, Answer.REDIRECT);
        assertThat(downloads()).isEqualTo(1);
    }

    @Test
    void keepsKindsApart() {
        download(FILE, 0, Answer.WHOLE);
        day.access(PERMALINK, 5, AccessKind.VIEW, Answer.WHOLE);
        day.end();
        assertThat(day.count(AccessKind.VIEW)).isEqualTo(1);
        assertThat(day.count(AccessKind.DOWNLOAD)).isEqualTo(1);
        assertThat(day.count(AccessKind.API)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"200,WHOLE", "304,WHOLE", "206,PART", "301,REDIRECT", "308,REDIRECT"})
    void readsAnswersFromStatuses(int status, Answer answer) {
        assertThat(Answer.of(status)).isEqualTo(answer);
    }

    private void download(long url, long second, Answer answer) {
        day.access(url, second, AccessKind.DOWNLOAD, answer);
    }

    private int downloads() {
        day.end();
        return day.count(AccessKind.DOWNLOAD);
    }
}
