package sightings.showcase.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A published use of the city's data.
 *
 * @param id stable id
 * @param page its page on this site
 * @param title by language
 * @param summary by language
 * @param body Markdown by language
 * @param type what it is, such as {@code application}
 * @param url its own page
 * @param homepage where it runs, if that is another address
 * @param madeBy the organisation that made it; absent where it was a person or nobody says
 * @param licence licence of the thing itself, SPDX name
 * @param topics its source's own tags
 * @param place where it matters, if anywhere in particular
 * @param datasets what it uses
 * @param contact where to report or correct something
 * @param published when it was published
 * @param updated when the story last changed
 */
record StoryJson(
        String id,
        String page,
        Map<String, String> title,
        Map<String, String> summary,
        Map<String, String> body,
        String type,
        String url,
        @Nullable String homepage,
        @Nullable String madeBy,
        @Nullable String licence,
        List<String> topics,
        @Nullable PlaceJson place,
        List<DatasetJson> datasets,
        @Nullable String contact,
        @Nullable Instant published,
        @Nullable Instant updated) {}
