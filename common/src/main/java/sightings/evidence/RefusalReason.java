package sightings.evidence;

import java.util.List;

/** Why something that looked like a reference to a dataset is none, and what would have to be true for it to be one. */
public enum RefusalReason implements Saying {
    /** {0} a host. */
    NAMES_NOTHING(
            "{0} is known, but this path has none of the forms that name a dataset there",
            "The address would have to name a dataset's id, name or file, or be listed by a dataset as its own."),
    /** {0} a portal or a host, {1} keys in quotes. */
    NOT_OF_PORTAL(
            "No dataset of {0} has {1} as its id, name or file",
            "A dataset would have to have {1} as its present or former id, name or file: add it as an alias."),
    /** {0} a portal or a host, {1} keys in quotes. */
    OF_OTHER_PORTALS(
            "No dataset of {0} has {1} as its id, name or file; several other portals do",
            "A dataset would have to have {1} as its present or former id, name or file: add it as an alias."),
    /** Nothing to fill in. */
    WORD_IN_TEXT(
            "It is the id of a dataset, but it reads like a word and stands in running text",
            "It would have to be quoted, or to stand behind a slash."),
    /** {0} a portal. */
    WORD_ALONE(
            "It is the id of a dataset, but it reads like a word or a number",
            "The text would have to name a host of {0}."),
    /** {0} a portal. */
    AT_STRANGE_HOST(
            "It is the id of a dataset, but stands in the address of a host that is not in the catalogue",
            "The host would have to be added as an alias of {0}, or the text to name a host of it."),
    /** {0} a host. */
    UNKNOWN_HOST(
            "The host {0} is no portal's, and no dataset lists an address there",
            "The host would have to be added as an alias of a portal, or the address to a dataset."),
    /** Nothing to fill in. */
    UNKNOWN_ID(
            "It has the form of an id, but no dataset of the catalogue has or had it",
            "A dataset would have to have it as its present or former id: add it as an alias.");

    private final String reason;
    private final String wouldMatch;

    RefusalReason(String reason, String wouldMatch) {
        this.reason = reason;
        this.wouldMatch = wouldMatch;
    }

    @Override
    public String english() {
        return reason;
    }

    /** What would have to be true, in English, with these arguments. */
    public String wouldMatch(List<String> arguments) {
        return Saying.fill(wouldMatch, arguments);
    }
}
