package sightings.ingest.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Tests for {@link RepositoryAnswer}. */
class RepositoryAnswerTests {

    @Test
    void tellsNoSecretsOfDescriptionAndHomepage() {
        var answer = """
                {"id": 7, "name": "trees", "full_name": "acme/trees", "default_branch": "main",
                 "description": "Ask jane.doe@example.org, api_key=a1b2c3d4e5f6",
                 "homepage": "https://jane:pw@acme.example/?access_token=a1b2c3d4e5f6"}
                """;

        var subject = RepositoryAnswer.read(answer.getBytes(StandardCharsets.UTF_8), "https://github.com")
                .subject();

        assertThat(subject.summary()).isEqualTo("Ask [redacted], api_key=[redacted]");
        assertThat(subject.homepage()).isEqualTo("https://redacted@acme.example/?access_token=redacted");
    }
}
