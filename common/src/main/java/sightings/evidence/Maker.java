package sightings.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Who made a subject, as far as the source says so in public. Only organisations are named: a person appears in no
 * event before they agreed (topic {@code people}).
 *
 * @param kind person or organisation
 * @param name the organisation's name; null for a person
 * @param url the organisation's page; null for a person
 */
public record Maker(
        Kind kind, @Nullable String name, @Nullable String url) {

    /** A person whose name is not kept. */
    public static final Maker PERSON = new Maker(Kind.PERSON, null, null);

    /** Who it is. */
    public enum Kind {
        ORGANISATION,
        PERSON
    }

    /** @throws IllegalArgumentException where a person is named */
    public Maker {
        if (kind == Kind.PERSON && (name != null || url != null)) {
            throw new IllegalArgumentException("A person is not named here");
        }
    }

    /** An organisation, named by its public page. */
    public static Maker organisation(String name, @Nullable String url) {
        return new Maker(Kind.ORGANISATION, name, url);
    }
}
