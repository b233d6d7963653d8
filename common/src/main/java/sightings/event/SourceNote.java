package sightings.event;

import sightings.evidence.Saying;

/** What a source tells staff in its report: what holds it up, what is missing, what they should do. */
public enum SourceNote implements Saying {
    /** {0} technical reason. */
    ROUND_FAILED("{0}"),
    /** {0} technical reason. */
    NOT_TAKEN("Kafka did not take the events: {0}"),

    CATALOGUE_READ_BACK("The catalogue of the last harvest is still being read"),
    CATALOGUE_AWAITED("Waiting for the first harvest of the catalogue"),
    /** {0} technical reason. */
    CATALOGUE_FAILED("The catalogue could not be read: {0}"),
    /** {0} number, {1} reason of the first. */
    CATALOGUE_BROKEN("{0} entries could not be read, the first: {1}"),
    /** {0} technical remark. */
    CATALOGUE_REMARK("{0}"),

    /** {0} the folder. */
    LOGS_NO_FOLDER("city.logs: there is no readable folder {0}"),
    /** {0} hours. */
    LOGS_PAUSED("Counting is {0} hours behind; reading goes on once it has caught up"),
    /** {0} names of files. */
    LOGS_UNREADABLE("These files cannot be read: {0}"),
    /** {0} names of files. */
    LOGS_UNCLEAR("How these files are written cannot be told, so they are left unread: {0}."
            + " Name their format in city.logs, or the files that are meant"),
    /** {0} the file, and since when. */
    LOGS_LOST("Lines may be missing, since a file was gone before its end was read: {0}"),
    /** {0} megabytes, {1} files, {2} lines a second. */
    LOGS_LEFT("{0} MB in {1} files are still to be read, {2} lines/s"),
    /** {0} megabytes, {1} files, {2} lines a second, {3} minutes. */
    LOGS_LEFT_FOR("{0} MB in {1} files are still to be read, {2} lines/s, about {3} minutes left"),
    /** {0} the file. */
    STATISTICS_NO_FILE("city.statistics: there is no readable file {0}"),
    /** {0} number, {1} the first of them with their reasons. */
    STATISTICS_BAD("{0} rows cannot be read: {1}"),
    /** {0} number, {1} some of the ids. */
    STATISTICS_UNKNOWN("{0} rows are of what is not in the catalogue, and are taken once it is: {1}"),
    /** {0} number, {1} some of the access types. */
    STATISTICS_OTHER("{0} rows are of access that is no view, download or query, and are left out: {1}"),
    /** {0} technical reason. */
    STATISTICS_BROKEN("The file is not read, and what it stated before stands: {0}"),

    GITHUB_NO_TOKEN("Without a token GitHub searches no code: only names, descriptions and READMEs of repositories are"
            + " searched, and 60 files an hour are read. Make a token without any permission at {0}"
            + " and set it as GITHUB_TOKEN."),
    GITHUB_BAD_TOKEN("GitHub does not know the token any more. Make a new one at {0} and set it as GITHUB_TOKEN."),
    /** {0} name of the limit, {1} time of day. */
    GITHUB_LIMIT("GitHub's limit for {0} is used up until {1} UTC; the search goes on then."),
    /** {0} percent, {1} slices truncated, {2} given up on by GitHub, {3} refused by it. */
    GITHUB_TODAY("GitHub today: {0} %"),

    /** {0} day. */
    FEED_ENDED(
            "The feed is gone for good, says its server (410, on {0}). It is not asked any more, unless you let it be"
                    + " checked; take it out of the settings."),
    FEED_BUSY("The feed asks to be left alone for a while"),
    FEED_ARTICLE_BUSY("The site of an article asks to be left alone for a while; its articles are tried later"),
    /** {0} technical reason. */
    FEED_FAILED("{0}"),
    FEED_NOT_FOUND("There is nothing at the feed's address (HTTP status 404)"),
    /** {0} HTTP status. */
    FEED_CLOSED("The site does not let programs read the feed (HTTP status {0})"),
    /** {0} HTTP status. */
    FEED_SERVER_FAILS("The site's server has a fault of its own (HTTP status {0}); the feed is asked again"),
    /** {0} technical reason. */
    FEED_MOVED_AWAY("{0}; the address of the settings is asked again"),
    FEED_IS_PAGE("The document is a web page, not a feed"),
    FEED_IS_PAGE_WITHOUT("The document is a web page, not a feed, and names none"),
    /** {0} address of the feed. */
    FEED_FOUND("The address is a page's; the feed that it names is read: {0}"),
    /** {0} how it was written and what was left out. */
    FEED_REMARK("{0}");

    private final String words;

    SourceNote(String words) {
        this.words = words;
    }

    @Override
    public String english() {
        return words;
    }
}
