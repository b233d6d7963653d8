package sightings.evidence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The thing that was seen to use data, with the facts that its source gives in public.
 *
 * @param id what makes two sightings one use
 * @param kind what sort of thing it is
 * @param title repository name or page title
 * @param summary the source's own description, plain text, at most 500 characters
 * @param url its page
 * @param homepage where it runs, if that is another address
 * @param maker who made it
 * @param licence SPDX name
 * @param language main programming language, or the text's language tag
 * @param topics the source's own tags
 * @param changedAt last push or publication
 * @param repository what only a repository has; null for all else, and where it was seen before these facts were kept
 */
public record Subject(
        SubjectId id,
        Kind kind,
        String title,
        @Nullable String summary,
        String url,
        @Nullable String homepage,
        @Nullable Maker maker,
        @Nullable String licence,
        @Nullable String language,
        List<String> topics,
        @Nullable Instant changedAt,
        @Nullable RepositoryFacts repository) {

    /** What sort of thing a subject is. */
    public enum Kind {
        REPOSITORY,
        ARTICLE,
        SITE,
        /** Something of which nothing is known but what stands for its app token in a portal's logs. */
        APPLICATION
    }

    public Subject {
        topics = List.copyOf(topics);
    }

    /** A subject that is no repository, or one of which no more is known. */
    public Subject(
            SubjectId id,
            Kind kind,
            String title,
            @Nullable String summary,
            String url,
            @Nullable String homepage,
            @Nullable Maker maker,
            @Nullable String licence,
            @Nullable String language,
            List<String> topics,
            @Nullable Instant changedAt) {
        this(id, kind, title, summary, url, homepage, maker, licence, language, topics, changedAt, null);
    }
}
