package sightings.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link ToldAddress}. */
class ToldAddressTests {

    @ParameterizedTest
    @CsvSource({
        "https://ana:S3cret@x.example/feed, https://~[a-z0-9]{4}@x\\.example/feed",
        "https://x.example/feed?token=S3cret, https://x\\.example/feed\\?token=~[a-z0-9]{4}",
        "https://x.example/feed?a=1&private_token=S3cret&b=2, https://x\\.example/feed\\?a=1&private_token=~[a-z0-9]{4}&b=2",
        "https://x.example/feed?key=S3cret#top, https://x\\.example/feed\\?key=~[a-z0-9]{4}#top",
        "https://x.example/feed?API-KEY=S3cret, https://x\\.example/feed\\?API-KEY=~[a-z0-9]{4}"
    })
    void hidesWhatIsCalledLikeASecret(String address, String told) {
        assertThat(ToldAddress.of(address)).matches(told).doesNotContain("S3cret");
        assertThat(ToldAddress.of(ToldAddress.of(address))).isEqualTo(ToldAddress.of(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://x.example/feed",
                "https://x.example/feed?keyword=trees&page=2",
                "https://x.example/token/feed?tag=key",
                "https://x.example/@ana/feed?monkey=1",
                "no address at all"
            })
    void leavesOtherAddressesAsTheyAre(String address) {
        assertThat(ToldAddress.of(address)).isEqualTo(address);
    }

    @Test
    void tellsTwoFeedsApartThatDifferInTheirSecretOnly() {
        assertThat(SourceId.feed("https://x.example/feed?token=one"))
                .isNotEqualTo(SourceId.feed("https://x.example/feed?token=two"))
                .isEqualTo(SourceId.feed("https://x.example/feed?token=one"));
    }
}
