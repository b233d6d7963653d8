package sightings.showcase.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sightings.showcase.live.LiveUse;

/**
 * A story, as its page shows it.
 *
 * @param card its short form
 * @param body its text, as safe HTML; empty where there is none
 * @param bodyLanguage language of the text
 * @param evidence its datasets, and how it uses them
 * @param out its own page
 * @param outHost host of that page
 * @param code where its code is, if that is another page
 * @param maker the organisation that made it; null for a person or where it is not known
 * @param makerUrl the organisation's page
 * @param published day of publication
 * @param updated day of the last change, if that is another day
 * @param lastSeen that it was last seen using the data, and on which day
 * @param map where it matters; null where it has no place
 * @param live how much it calls the datasets
 * @param facts for machines
 */
record StoryPage(
        StoryCard card,
        String body,
        String bodyLanguage,
        List<Evidence> evidence,
        String out,
        String outHost,
        @Nullable String code,
        @Nullable String maker,
        @Nullable String makerUrl,
        @Nullable String published,
        @Nullable String updated,
        String lastSeen,
        @Nullable MapView map,
        LiveUse live,
        String facts) {

    StoryPage {
        evidence = List.copyOf(evidence);
    }
}
