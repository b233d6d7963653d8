package sightings.ingest.github;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What GitHub says of a file.
 *
 * @param path within the repository
 * @param sha content hash
 * @param text null where it is no text, no file, or larger than GitHub hands out in an answer (1 MB)
 */
record FileAnswer(String path, String sha, @Nullable String text) {

    private static final int LOOKED_AT_FOR_ZEROS = 8_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @throws IllegalArgumentException where the answer is of neither a file nor a folder */
    static FileAnswer read(byte[] answer) {
        JsonNode node;
        try {
            node = JSON.readTree(answer);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
        if (node.isArray()) {
            return new FileAnswer("", "", null);
        }
        var sha = node.path("sha").asString("");
        if (sha.isEmpty()) {
            throw new IllegalArgumentException("not a file");
        }
        boolean readable = node.path("type").asString("").equals("file")
                && node.path("encoding").asString("").equals("base64");
        return new FileAnswer(
                node.path("path").asString(""),
                sha,
                readable ? text(node.path("content").asString("")) : null);
    }

    private static @Nullable String text(String base64) {
        // MIME: GitHub breaks the lines.
        var bytes = Base64.getMimeDecoder().decode(base64);
        for (int i = 0; i < Math.min(bytes.length, LOOKED_AT_FOR_ZEROS); i++) {
            if (bytes[i] == 0) {
                return null;
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
