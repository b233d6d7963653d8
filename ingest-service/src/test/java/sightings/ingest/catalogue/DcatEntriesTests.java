package sightings.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sightings.dataset.Dataset;
import sightings.dataset.Reference;
import sightings.dataset.Reference.Kind;

/** Tests for {@link DcatEntries}, read out of a document. */
class DcatEntriesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private final List<PortalEntry> entries = new ArrayList<>();

    @Test
    void brokenEntryLosesOnlyItself() throws Exception {
        var remark = read("""
                {"conformsTo": "https://project-open-data.cio.gov/v1.1/schema", "nested": {"dataset": [1]},
                 "dataset": [
                  {"title": "No identifier"},
                  {"identifier": "no-title"},
                  "not an object",
                  {"identifier": 7, "title": ["x"]},
                  {"identifier": "https://opendata.example.gov/dataset/crime-incidents", "title": "Crime  incidents",
                   "landingPage": "https://opendata.example.gov/dataset/crime-incidents",
                   "description": "<p>All &amp; every</p>", "keyword": "crime", "theme": null,
                   "publisher": {"name": "Police"}, "modified": "2025-03-01",
                   "distribution": [
                     {"format": "csv", "downloadURL": "https://opendata.example.gov/dataset/crime-incidents/resource/42f1066a-b19f-42c7-81d5-284f96ed7487/download/c.csv"},
                     {"mediaType": "text/html", "accessURL": "https://maps.example.org/crime?layer=1"},
                     {"accessURL": "not an address"}, null]}
                 ]}
                """);

        assertThat(remark).isEmpty();
        assertThat(entries).hasSize(5);
        assertThat(entries.subList(0, 4)).allMatch(PortalEntry.Broken.class::isInstance);
        var crime = described(4);
        assertThat(crime.id().value()).isEqualTo("crime-incidents");
        assertThat(crime.title()).isEqualTo("Crime incidents");
        assertThat(crime.description()).isEqualTo("All & every");
        assertThat(crime.keywords()).containsExactly("crime");
        assertThat(crime.downloads()).hasSize(2);
        assertThat(crime.references())
                .contains(
                        new Reference(Kind.HOST, "opendata.example.gov", TODAY),
                        new Reference(Kind.HOST, "example.gov", TODAY),
                        new Reference(Kind.ID, "crime-incidents", TODAY),
                        new Reference(Kind.RESOURCE, "42f1066a-b19f-42c7-81d5-284f96ed7487", TODAY),
                        new Reference(Kind.URL, "maps.example.org/crime", TODAY));
    }

    @Test
    void saysWhereTheDocumentBreaksAndKeepsWhatCameBefore() {
        assertThatThrownBy(() -> read("{\"dataset\": [{\"identifier\": \"abcd\", \"title\": \"A\"},\n {\"ident"))
                .isInstanceOf(HarvestException.class)
                .hasMessageStartingWith("in or after entry 2: broken JSON, line 2");
        assertThat(entries).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "https://data.example.gov/api/views/xzkq-xp2w, xzkq-xp2w",
        "xzkq-xp2w, xzkq-xp2w",
        "https://opendata.example.gov/dataset/air/, air",
        "https://www.arcgis.com/home/item.html?id=dd4580c810204019a7b8eb3e0b329dd6&sublayer=3, dd4580c810204019a7b8eb3e0b329dd6_3",
        "https://hub.example.gov/maps/city::trees, city::trees"
    })
    void takesThePortalsOwnIdOutOfTheIdentifier(String identifier, String id) {
        assertThat(DcatEntries.id(identifier).value()).isEqualTo(id);
    }

    @Test
    void makesIdWhereTheIdentifierIsFreeText() {
        assertThat(DcatEntries.id("City / Trees (2019)").value()).hasSize(26);
    }

    private Dataset described(int index) {
        return ((PortalEntry.Described) entries.get(index)).dataset();
    }

    private String read(String document) throws HarvestException, InterruptedException {
        EntryReader reader = new Entries(new PortalHosts("opendata.example.gov", List.of("example.gov")), TODAY);
        PortalSource source = parts -> {
            try {
                DocumentReader.read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), parts);
            } catch (IOException e) {
                throw new HarvestException(String.valueOf(e.getMessage()));
            }
            return "";
        };
        return new EntriesHarvest(source, reader).read(entries::add);
    }
}
