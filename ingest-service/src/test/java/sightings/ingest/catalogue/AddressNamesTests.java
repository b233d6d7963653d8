package sightings.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests for {@link AddressNames}. */
class AddressNamesTests {

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            https://example.org/a.csv ''
            https://example.org/a?format=csv&lang=en ''
            https://example.org/get?id=7&format=csv id=7
            https://example.org/get?FORMAT=csv&ID=7#top id=7
            https://example.org/watch?v=abc&t=1 v=abc
            https://example.org/trees.csv?v=2 ''
            https://example.org/wfs?typeNames=a%3Ab&service=WFS&version=2.0.0 typename=a:b
            https://example.org/wfs/trees?service=WFS&request=GetCapabilities ''
            https://example.org/geoserver/wfs?service=WFS&request=GetCapabilities service
            https://example.org/get?service=trees service=trees
            https://example.org/get?table=b&id=%zz id=%zz&table=b
            """)
    void tellsWhatOfAQueryNamesSomething(String address, String naming) {
        assertThat(AddressNames.naming(address)).isEqualTo(naming);
    }
}
