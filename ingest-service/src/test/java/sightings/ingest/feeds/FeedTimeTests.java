package sightings.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link FeedTime}. */
class FeedTimeTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tue, 03 Jun 2025 09:39:21 GMT | 2025-06-03T09:39:21Z",
                "Tue, 3 Jun 2025 09:39 -0500 | 2025-06-03T14:39:00Z",
                "03 Jun 25 09:39:21 EST | 2025-06-03T14:39:21Z",
                "Tues, 03 June 2025 09:39:21 +00:00 | 2025-06-03T09:39:21Z",
                "martes, 3 ene 2025 09:39:21 GMT | 2025-01-03T09:39:21Z",
                "Mon, 01 Jan 1996 24:00:00 GMT | 1996-01-02T00:00:00Z",
                "2025-06-03T09:39:21Z | 2025-06-03T09:39:21Z",
                "2025-06-03T09:39:21.123+02:00 | 2025-06-03T07:39:21Z",
                "2025-06-03 09:39 | 2025-06-03T09:39:00Z",
                "2025-06-03 | 2025-06-03T00:00:00Z",
                "2025-06 | 2025-06-01T00:00:00Z",
                "2025 | 2025-01-01T00:00:00Z",
                "Thu Jan 01 19:48:21 +0000 2004 | 2004-01-01T19:48:21Z",
                "January 8, 2004 | 2004-01-08T00:00:00Z",
                "31 Feb 2025 | -",
            })
    void readsWhatFeedsWrite(String text, String moment) {
        assertThat(FeedTime.read(text)).isEqualTo(moment.equals("-") ? null : Instant.parse(moment));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "99999999999", "Tue, 03 Xyz 2025 09:39:21 GMT", "2025-13-45", "\u0663"})
    void readsNothingIntoOtherTexts(String text) {
        assertThat(FeedTime.read(text)).isNull();
    }
}
