package sightings.ingest.github;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Maker;
import sightings.evidence.RepositoryFacts;
import sightings.evidence.Subject;
import sightings.evidence.SubjectId;
import sightings.ingest.watching.Redactor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What GitHub says of a repository in one answer.
 *
 * @param id its number
 * @param subject what finds in it are of: itself, or the repository that it was forked from in the first place
 * @param fullName owner and name
 * @param branch the branch that is searched
 * @param pushedAt as GitHub writes it; empty where nothing was ever pushed
 * @param forkOf the number of the repository that it was forked from in the first place; null where it was not
 * @param hidden whether it is private or disabled
 */
record RepositoryAnswer(
        long id,
        Subject subject,
        String fullName,
        String branch,
        String pushedAt,
        @Nullable Long forkOf,
        boolean hidden) {

    private static final int MAX_SUMMARY = 500;
    private static final int MAX_TOPICS = 50;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @throws IOException where the answer is not of a repository: GitHub is not itself */
    static RepositoryAnswer of(Reply.Found found, String web) throws IOException {
        try {
            return read(found.body(), web);
        } catch (IllegalArgumentException e) {
            throw new IOException("What GitHub says of a repository cannot be read", e);
        }
    }

    /**
     * Reads an answer.
     *
     * @param web address of GitHub's pages
     * @throws IllegalArgumentException where the answer is not of a repository
     */
    static RepositoryAnswer read(byte[] answer, String web) {
        JsonNode node;
        try {
            node = JSON.readTree(answer);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
        var fullName = text(node, "full_name");
        long id = node.path("id").asLong(0);
        if (fullName == null || text(node, "name") == null || id <= 0) {
            throw new IllegalArgumentException("not a repository");
        }
        var source = source(node);
        var branch = text(node, "default_branch");
        var pushedAt = text(node, "pushed_at");
        return new RepositoryAnswer(
                id,
                subject(source == null ? node : source, web),
                fullName,
                branch == null ? "HEAD" : branch,
                pushedAt == null ? "" : pushedAt,
                source == null ? null : source.path("id").asLong(),
                node.path("private").asBoolean(false) || node.path("disabled").asBoolean(false));
    }

    /** The same subject with what the watcher alone knows: the commit, and how many copies it has seen. */
    Subject subject(@Nullable String commit, int copies) {
        var facts = subject.repository();
        if (facts == null) {
            return subject;
        }
        return new Subject(
                subject.id(),
                subject.kind(),
                subject.title(),
                subject.summary(),
                subject.url(),
                subject.homepage(),
                subject.maker(),
                subject.licence(),
                subject.language(),
                subject.topics(),
                subject.changedAt(),
                new RepositoryFacts(
                        facts.defaultBranch(), commit, facts.archived(), facts.stars(), facts.forks(), copies));
    }

    /** Where a chain of forks begins; the repository forked from where that is all that is told. */
    private static @Nullable JsonNode source(JsonNode node) {
        if (!node.path("fork").asBoolean(false)) {
            return null;
        }
        var source = node.path("source").isObject() ? node.path("source") : node.path("parent");
        boolean usable = source.path("id").asLong(0) > 0 && text(source, "full_name") != null;
        return usable && !source.path("private").asBoolean(false) ? source : null;
    }

    private static Subject subject(JsonNode node, String web) {
        var fullName = text(node, "full_name");
        var name = text(node, "name");
        var branch = text(node, "default_branch");
        return new Subject(
                SubjectId.github(node.path("id").asLong()),
                Subject.Kind.REPOSITORY,
                name == null ? String.valueOf(fullName) : name,
                summary(text(node, "description")),
                web + "/" + fullName,
                homepage(text(node, "homepage")),
                maker(node.path("owner"), web),
                licence(text(node.path("license"), "spdx_id")),
                text(node, "language"),
                topics(node.path("topics")),
                instant(text(node, "pushed_at")),
                new RepositoryFacts(
                        branch == null ? "HEAD" : branch,
                        null,
                        node.path("archived").asBoolean(false),
                        RepositoryFacts.Stars.of(node.path("stargazers_count").asLong(0)),
                        Math.max(0, node.path("forks_count").asInt(0)),
                        0));
    }

    /** Organisations are named; whoever else owns it is a person and is not. */
    private static Maker maker(JsonNode owner, String web) {
        var login = text(owner, "login");
        return "Organization".equals(text(owner, "type")) && login != null
                ? Maker.organisation(login, web + "/" + login)
                : Maker.PERSON;
    }

    private static @Nullable String summary(@Nullable String description) {
        var clean = description == null ? null : Redactor.redact(description);
        return clean == null || clean.length() <= MAX_SUMMARY ? clean : clean.substring(0, MAX_SUMMARY - 1) + "…";
    }

    private static @Nullable String homepage(@Nullable String homepage) {
        return homepage != null && (homepage.startsWith("https://") || homepage.startsWith("http://"))
                ? Redactor.address(homepage)
                : null;
    }

    private static @Nullable String licence(@Nullable String spdx) {
        return "NOASSERTION".equals(spdx) ? null : spdx;
    }

    private static List<String> topics(JsonNode node) {
        var topics = new ArrayList<String>();
        for (JsonNode topic : node) {
            if (topics.size() < MAX_TOPICS && topic.isString()) {
                topics.add(topic.asString());
            }
        }
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
