package sightings.ingest.github;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Maker;
import sightings.evidence.Subject;
import sightings.evidence.SubjectId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What GitHub says of a repository in one answer. github-api would ask three more times for licence, topics and owner.
 *
 * @param subject the repository as the subject of finds
 * @param fullName owner and name
 * @param defaultBranch the branch that is searched
 * @param fork whether it was forked from another
 * @param hidden whether it is private or disabled
 */
record RepositoryFacts(Subject subject, String fullName, String defaultBranch, boolean fork, boolean hidden) {

    private static final int MAX_SUMMARY = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @throws IllegalArgumentException where the answer is not of a repository */
    static RepositoryFacts read(byte[] answer, String web) {
        JsonNode node;
        try {
            node = JSON.readTree(answer);
        } catch (tools.jackson.core.JacksonException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
        var fullName = text(node, "full_name");
        var name = text(node, "name");
        long id = node.path("id").asLong(0);
        if (fullName == null || name == null || id == 0) {
            throw new IllegalArgumentException("not a repository");
        }
        var branch = text(node, "default_branch");
        var subject = new Subject(
                SubjectId.github(id),
                Subject.Kind.REPOSITORY,
                name,
                summary(text(node, "description")),
                web + "/" + fullName,
                homepage(text(node, "homepage")),
                maker(node.path("owner"), web),
                licence(text(node.path("license"), "spdx_id")),
                text(node, "language"),
                topics(node.path("topics")),
                instant(text(node, "pushed_at")));
        return new RepositoryFacts(
                subject,
                fullName,
                branch == null ? "HEAD" : branch,
                node.path("fork").asBoolean(false),
                node.path("private").asBoolean(false) || node.path("disabled").asBoolean(false));
    }

    /** Organisations are named; whoever else owns it is a person and is not. */
    private static Maker maker(JsonNode owner, String web) {
        var login = text(owner, "login");
        return "Organization".equals(text(owner, "type")) && login != null
                ? Maker.organisation(login, web + "/" + login)
                : Maker.PERSON;
    }

    private static @Nullable String summary(@Nullable String description) {
        return description == null || description.length() <= MAX_SUMMARY
                ? description
                : description.substring(0, MAX_SUMMARY - 1) + "…";
    }

    private static @Nullable String homepage(@Nullable String homepage) {
        return homepage != null && (homepage.startsWith("https://") || homepage.startsWith("http://"))
                ? homepage
                : null;
    }

    private static @Nullable String licence(@Nullable String spdx) {
        return "NOASSERTION".equals(spdx) ? null : spdx;
    }

    private static List<String> topics(JsonNode node) {
        var topics = new ArrayList<String>();
        node.forEach(topic -> topics.add(topic.asString()));
        return topics;
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isString() && !value.asString().isBlank()
                ? value.asString().strip()
                : null;
    }
}
