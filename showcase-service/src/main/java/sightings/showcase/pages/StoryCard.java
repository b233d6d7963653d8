package sightings.showcase.pages;

import org.jspecify.annotations.Nullable;

/**
 * A story in short, as lists show it.
 *
 * @param id the use's id
 * @param title says the use made of the data
 * @param titleLanguage language of the title
 * @param summary in one or two sentences
 * @param summaryLanguage language of the summary
 * @param type what it is, in words
 * @param place where it matters, if anywhere in particular
 * @param datasets how many datasets it uses
 * @param picture address of its picture
 * @param pictureText the picture in words
 */
record StoryCard(
        String id,
        String title,
        String titleLanguage,
        String summary,
        String summaryLanguage,
        String type,
        @Nullable String place,
        int datasets,
        String picture,
        String pictureText) {

    /** The story's page. */
    public String url() {
        return "/stories/" + id;
    }
}
