package sightings.ingest.watching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link Redactor}. */
class RedactorTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            https://u:pw@data.example.gov/d/igwz-8jzy|https://[redacted]@data.example.gov/d/igwz-8jzy
            https://data.example.gov/resource/igwz-8jzy.json?$$app_token=bjp8KrRvAPtuf809u1UXnI0Z8&$limit=5|https://data.example.gov/resource/igwz-8jzy.json?$$app_token=[redacted]&$limit=5
            client = Socrata("data.example.gov", "bjp8KrRvAPtuf809", username="me@example.org", password="hunter2")|client = Socrata("data.example.gov", "[redacted]", username="[redacted]", password="[redacted]")
            read.socrata("https://data.example.gov/resource/igwz-8jzy.json", "TokenTokenToken", "a@b.org", "pass")|read.socrata("https://data.example.gov/resource/igwz-8jzy.json", "[redacted]", "[redacted]", "[redacted]")
            app_token <- 'abc'|app_token <- '[redacted]'
            MY_API_KEY: "s3cr3t!!"|MY_API_KEY: "[redacted]"
            {"access_token":"abc.def"}|{"access_token":"[redacted]"}
            export DB_PASSWORD=hunter22|export DB_PASSWORD=[redacted]
            -H 'X-App-Token: abcDEF123456'|-H 'X-App-Token: [redacted]'
            headers = {"Authorization": "Bearer abcdefgh12345678"}|headers = {"Authorization": "[redacted]"}
            git clone https://ghp_abcdefghijklmnopqrstuvwxyz0123456789@github.com/x/y|git clone https://[redacted]@github.com/x/y
            key AKIAABCDEFGHIJKLMNOP here|key [redacted] here
            ask jane.doe+x@example.org now|ask [redacted] now
            \\"password\\": \\"hunter2\\"|\\"password\\": \\"[redacted]\\"
            """)
    void takesSecretsOut(String text, String clean) {
        assertThat(Redactor.redact(text.replace("\\\\", "\\"))).isEqualTo(clean.replace("\\\\", "\\"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "read.socrata(hostname=\"https://data.example.gov\", resourcePath=\"igwz-8jzy\")",
                "token = os.environ[\"APP_TOKEN\"]",
                "app_token = config.get_token()",
                "password: ${DB_PASSWORD}",
                "password = \"YOUR_APP_TOKEN\"",
                "dataset_token = \"igwz-8jzy\"",
                "Enter your password: it is asked once",
                "https://data.example.gov/resource/igwz-8jzy.json?$where=year=2019",
                "git@",
                "def tokenize(text): return text.split()"
            })
    void leavesTheRestAlone(String text) {
        assertThat(Redactor.redact(text)).isEqualTo(text);
    }

    @Test
    void keepsAllLines() {
        var key = "a\n-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nIBAAK\n-----END RSA PRIVATE KEY-----\nb\n";

        assertThat(Redactor.redact(key))
                .isEqualTo(
                        "a\n-----BEGIN RSA PRIVATE KEY-----\n[redacted]\n[redacted]\n-----END RSA PRIVATE KEY-----\nb\n");
    }
}
