package sightings.ingest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/** Tests for {@link Growth}: whether tests that rely on it can fail. */
class GrowthTests {

    private static final int LENGTH = 2_000;

    private long sum;

    @Test
    void letsWorkPassThatGrowsWithItsInput() {
        assertThatCode(() -> Growth.assertLinear(() -> linear(LENGTH), () -> linear(Growth.LONGER * LENGTH)))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesWorkThatGrowsWithTheSquareOfItsInput() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Growth.assertLinear(() -> quadratic(LENGTH), () -> quadratic(Growth.LONGER * LENGTH)))
                .withMessageContaining("for 4 times the input");
    }

    private void linear(int length) {
        for (int i = 0; i < length; i++) {
            for (int j = 0; j < LENGTH; j++) {
                sum += i ^ j;
            }
        }
    }

    private void quadratic(int length) {
        for (int i = 0; i < length; i++) {
            for (int j = 0; j < length; j++) {
                sum += i ^ j;
            }
        }
    }
}
