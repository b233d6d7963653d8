package sightings.showcase.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param city the city's name
 * @param address public address of the site, without a slash at its end
 * @param sample whether this is the sample city
 * @param path the page's path
 * @param languages in which the page can be read
 * @param accessibility where to say what cannot be used: an address; null where none is set
 * @param privacy where to ask about privacy; null where none is set
 * @param report where to say what is wrong; null where none is set
 * @param old how old the numbers are, in words; null while they are current
 */
public record SiteFrame(
        String city,
        String address,
        boolean sample,
        String path,
        List<LanguageLink> languages,
        @Nullable String accessibility,
        @Nullable String privacy,
        @Nullable String report,
        @Nullable String old) {

    public SiteFrame {
        languages = List.copyOf(languages);
    }

    /**
     * The page in one language.
     *
     * @param tag the language
     * @param name as its own speakers call it
     * @param url the page in it, relative to the site
     * @param current whether this is it
     */
    public record LanguageLink(String tag, String name, String url, boolean current) {}

    /** Whether the page's path begins so: for the navigation. */
    public boolean isIn(String section) {
        return path.equals(section) || path.startsWith(section + "/");
    }
}
