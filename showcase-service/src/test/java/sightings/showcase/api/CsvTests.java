package sightings.showcase.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link Csv}. */
class CsvTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
    void keepsSpreadsheetsFromTakingTextForFormulas(String cell) {
        assertThat(Csv.of(List.of("a"), List.of(List.of(cell)))).contains("'" + cell);
    }

    @Test
    void quotesWhatNeedsIt() {
        assertThat(Csv.of(List.of("a", "b"), List.of(Arrays.asList("x, \"y\"", null))))
                .isEqualTo("a,b\r\n\"x, \"\"y\"\"\",\r\n");
    }
}
