package sightings.showcase.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import sightings.event.PersonId;
import sightings.showcase.people.PersonDocument;

/** Tests for {@link DocumentJson}. */
class DocumentJsonTests {

    @Test
    void writesFieldsInTheOrderOfTheRecordAndLeavesOutWhatIsAbsent() {
        assertThat(new String(
                        DocumentJson.write(new PersonDocument(new PersonId("p-1"), null, true)),
                        StandardCharsets.UTF_8))
                .isEqualTo("{\"id\":\"p-1\",\"staff\":true}");
    }

    @Test
    void ignoresWhatAnotherReleaseAdded() {
        assertThat(DocumentJson.MAPPER.readValue(
                        "{\"id\":\"p-1\",\"nickname\":\"x\",\"staff\":false}", PersonDocument.class))
                .isEqualTo(new PersonDocument(new PersonId("p-1"), null, false));
    }
}
