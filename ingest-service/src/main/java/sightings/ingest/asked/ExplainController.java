package sightings.ingest.asked;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers the desk why something is seen or not: {@code POST /internal/explain} with {@code {"kind": "ADDRESS" | "TEXT" |
 * "LOG_LINE" | "FEED_ITEM", "path": "app.py", "text": "..."}} (JSON, at most 256 KiB) answers an {@link Answer}. It
 * changes nothing and asks nobody outside. It listens where health does, and is meant for the showcase alone. A body that
 * is too large answers 413, one that is no question 400, each with {@code {"problem": "..."}}.
 */
@RestController
class ExplainController {

    private static final int MOST_BYTES = 256 * 1024;

    private final Answerer answerer;
    private final JsonMapper json = JsonMapper.shared();

    ExplainController(Answerer answerer) {
        this.answerer = answerer;
    }

    // The type of the body must be named: no page that somebody on this machine reads can send it unasked.
    @PostMapping(path = "/internal/explain", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> explain(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return problem(413, "The question is larger than " + MOST_BYTES + " bytes");
        }
        try {
            var question = json.readTree(body);
            var kind = Question.Kind.valueOf(question.path("kind").asString(""));
            return ResponseEntity.ok(answerer.answer(
                    new Question(kind, path(question), question.path("text").asString(""))));
        } catch (JacksonException | IllegalArgumentException e) {
            return problem(400, "This is no question: kind, text and perhaps path, as JSON");
        }
    }

    private static @Nullable String path(JsonNode question) {
        var path = question.path("path").asString("").strip();
        return path.isEmpty() ? null : path;
    }

    private static ResponseEntity<Object> problem(int status, String what) {
        return ResponseEntity.status(status).body(Map.of("problem", what));
    }
}
