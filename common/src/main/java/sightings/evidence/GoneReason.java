package sightings.evidence;

/** Why a find no longer holds, or a place is no longer there. Most end the sentence "The place is gone: ...". */
public enum GoneReason implements Saying {
    /** The place says something else now. */
    NO_LONGER_THERE("It no longer stands there."),
    /** The catalogue or the rules are others. */
    NO_FIND_ANY_MORE("By today's catalogue and rules it is no find."),
    /** Nobody knows more. */
    PLACE("The place is gone."),
    FILE_MOVED("the file has moved to another address with its repository"),
    FILE_REMOVED("the file is not in the repository any more, or no longer a text"),
    REPOSITORY_HIDDEN("the repository is not public any more"),
    REPOSITORY_BLOCKED("the repository is blocked for legal reasons"),
    REPOSITORY_CLOSED("the repository cannot be read any more"),
    REPOSITORY_REMOVED("the repository was deleted or made private"),
    /** {0} the address. */
    PAGE_MOVED("it has moved to {0}"),
    /** {0} how that shows, such as an HTTP status. */
    PAGE_REMOVED("{0}");

    private final String words;

    GoneReason(String words) {
        this.words = words;
    }

    @Override
    public String english() {
        return words;
    }
}
