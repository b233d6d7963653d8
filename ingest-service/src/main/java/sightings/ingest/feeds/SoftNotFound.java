package sightings.ingest.feeds;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells a page from one that only says that there is no such page, with status 200 all the same: it leads to the site's
 * front page, or its title or first words are those of such a page and there is little else. Pure.
 */
final class SoftNotFound {

    /** Longer pages are articles, perhaps about pages that are not found. */
    private static final int LITTLE = 1_500;

    private static final Pattern WORDS = Pattern.compile(
            "(?iU)\\b(?:404|410)\\b|\\b(?:page|post|article|site|content|file|blog|file or directory)\\b.{0,30}?"
                    + "\\b(?:not found|(?:can(?:no|')t|could(?: not|n't)) be found|no longer (?:exists?|available)|does(?: not|n't) exist"
                    + "|(?:has been|was) (?:removed|deleted)|is(?: not|n't) available)"
                    + "|^\\W{0,5}not found\\b|\\bnothing (?:was )?found here\\b"
                    + "|\\bp[aá]gina\\b.{0,30}?\\b(?:no (?:se )?(?:encontrada|encontr[oó]|existe|disponible|ha sido encontrada)|no est[aá] disponible)");
    private static final Pattern ERROR_PATH =
            Pattern.compile("(?i).{0,200}/(?:404|error-?404|not-?found|page-not-found|error)(?:\\.\\w{1,5})?/?");

    private SoftNotFound() {}

    /**
     * What this page means for the address that was asked.
     *
     * @param asked the article's address
     * @param came the address that answered, after redirects
     */
    static ArticleReading judge(URI asked, URI came, Page page) {
        boolean elsewhere = !path(asked).equals(path(came));
        if (elsewhere && path(came).isEmpty() && !path(asked).isEmpty()) {
            return new ArticleReading.Missing("it leads to the site's front page");
        }
        if (elsewhere && ERROR_PATH.matcher(path(came)).matches()) {
            return new ArticleReading.Missing("it leads to a page for errors");
        }
        boolean little = page.text().length() < LITTLE;
        if (little && (says(page.title()) || says(page.text()))) {
            return new ArticleReading.Missing("its page says that there is no such page");
        }
        return new ArticleReading.Read(page);
    }

    private static boolean says(@Nullable String text) {
        return text != null
                && WORDS.matcher(text.substring(0, Math.min(text.length(), 200)))
                        .find();
    }

    private static String path(URI address) {
        var path = address.getRawPath() == null ? "" : address.getRawPath();
        var front = path.toLowerCase(Locale.ROOT).replaceAll("/(?:index\\.\\w{1,5}|home)?/?$", "");
        return address.getRawQuery() == null ? front : front + "?" + address.getRawQuery();
    }
}
