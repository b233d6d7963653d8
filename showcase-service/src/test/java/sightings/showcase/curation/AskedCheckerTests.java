package sightings.showcase.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sightings.dataset.DatasetId;
import sightings.dataset.Reference;

/** Tests for {@link AskedChecker}. */
class AskedCheckerTests {

    /** Already the next day in UTC. */
    private final AskedChecker checker =
            new AskedChecker(InstantSource.fixed(Instant.parse("2026-11-24T03:00:00Z")), ZoneId.of("America/Chicago"));

    @ParameterizedTest
    @CsvSource({
        "HOST, https://Old.Example.org/x, old.example.org",
        "HOST, old.example.org, old.example.org",
        "ID, wxyz-9876, wxyz-9876",
        "SLUG, street-trees, street-trees",
        "RESOURCE, 2f1c0b9e-0000-4000-8000-000000000001, 2f1c0b9e-0000-4000-8000-000000000001",
        "URL, http://Old.example.org/Files/Trees.csv?utm_source=x&fbclid=1#a, old.example.org/Files/Trees.csv",
        "HOST, city.opendata.arcgis.com, city.opendata.arcgis.com",
        "URL, https://github.com/city/trees, github.com/city/trees",
        "URL, old.example.org/trees/, old.example.org/trees"
    })
    void keepsAnAliasAsTheCatalogueDoes(Reference.Kind kind, String typed, String kept) {
        assertThat(checker.checkAlias(alias(kind.name(), typed, "2019-03-01")))
                .isEqualTo(new Checked.Valid<>(
                        new AskedChecker.Alias(new DatasetId("abcd-2345"), kind, kept, LocalDate.parse("2019-03-01"))));
    }

    @ParameterizedTest
    @CsvSource({
        "HOST, localhost, value",
        "HOST, a b.org, value",
        "ID, ../x, value",
        "URL, old.example.org, value",
        "URL, javascript:alert(1), value",
        "SOMETHING, x, kind"
    })
    void refusesWhatCannotBeOne(String kind, String typed, String field) {
        assertThat(checker.checkAlias(alias(kind, typed, "")))
                .isInstanceOfSatisfying(
                        Checked.Invalid.class,
                        invalid -> assertThat(((FieldError) invalid.errors().getFirst()).field())
                                .isEqualTo(field));
    }

    @ParameterizedTest
    @CsvSource({
        "URL, https://old.example.org/get.php?id=7, desk.error.alias-query",
        "URL, old.example.org/view.aspx?utm_source=x&layer=trees#a, desk.error.alias-query",
        "URL, old.example.org/download?file=trees.csv, desk.error.alias-query",
        "HOST, https://github.com/city/trees, desk.error.alias-shared-host",
        "HOST, WWW.ArcGIS.com, desk.error.alias-shared-host",
        "HOST, opendata.arcgis.com, desk.error.alias-shared-host",
        "HOST, docs.google.com, desk.error.alias-shared-host"
    })
    void refusesWhatWouldStandForTheThingsOfOthers(String kind, String typed, String said) {
        assertThat(checker.checkAlias(alias(kind, typed, "")))
                .isInstanceOfSatisfying(
                        Checked.Invalid.class,
                        invalid -> assertThat(((FieldError) invalid.errors().getFirst()).code())
                                .isEqualTo(said));
    }

    @Test
    void takesTheCitysTodayWhereNoDayIsGivenAndNoDayThatHasNotCome() {
        assertThat(checker.checkAlias(alias("ID", "wxyz-9876", "")))
                .isInstanceOfSatisfying(
                        Checked.Valid.class,
                        valid -> assertThat(((AskedChecker.Alias) valid.value()).since())
                                .isEqualTo(LocalDate.parse("2026-11-23")));
        assertThat(checker.checkAlias(alias("ID", "wxyz-9876", "2026-11-24"))).isInstanceOf(Checked.Invalid.class);
    }

    @Test
    void wantsOneDataset() {
        var fields = new Fields(Map.of("dataset", "abcd-2345; bcde-3456", "kind", "ID", "value", "wxyz-9876"));

        assertThat(checker.checkAlias(fields))
                .isEqualTo(
                        new Checked.Invalid<>(List.of(new FieldError("dataset", "desk.error.one-dataset", List.of()))));
    }

    @Test
    void takesWebAddressesOfFeedsOnly() {
        assertThat(checker.checkFeed(new Fields(Map.of("address", "https://news.example.org/feed.xml"))))
                .isEqualTo(new Checked.Valid<>(URI.create("https://news.example.org/feed.xml")));
        assertThat(checker.checkFeed(new Fields(Map.of("address", "file:///etc/passwd"))))
                .isInstanceOf(Checked.Invalid.class);
        assertThat(checker.checkFeed(new Fields(Map.of("address", "https://a:b@news.example.org/feed"))))
                .isInstanceOf(Checked.Invalid.class);
    }

    private static Fields alias(String kind, String value, String since) {
        return new Fields(Map.of("dataset", "abcd-2345", "kind", kind, "value", value, "since", since));
    }
}
