package sightings.showcase.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link Cursor}. */
class CursorTests {

    @Test
    void comesBackAsItWas() {
        var cursor = new Cursor(List.of("1790000000000", "use-1"));

        assertThat(Cursor.parse(cursor.text(), 2)).contains(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "not base64!", "YQ"})
    void isNothingElse(String text) {
        assertThat(Cursor.parse(text, 2)).isEmpty();
    }
}
