package sightings.ingest.usage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tests for {@link Profile}. */
class ProfileTests {

    @Test
    void theCodeCountsGetAnsweredWith200Or304() {
        assertThat(Profile.COUNTER_RD.methods()).containsExactly("GET");
        assertThat(Profile.COUNTER_RD.statuses()).containsExactlyInAnyOrder(200, 304);
    }

    @Test
    void everyDownloadCountsRangesAndRedirectsToo() {
        assertThat(Profile.EVERY_DOWNLOAD.statuses())
                .contains(200, 206, 302, 304)
                .doesNotContain(404, 403, 500);
    }

    @Test
    void carriesItsVersionInItsName() {
        assertThat(Profile.COUNTER_RD.name()).isEqualTo("counter-rd@1");
        assertThat(Profile.COUNTER_RD.family()).isEqualTo("counter-rd");
    }
}
