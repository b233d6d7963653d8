package sightings.ingest.feeds;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sightings.evidence.Maker;

/**
 * Tells whether a feed's title names an organisation. Where it may be a person's name, nobody is named: a blog called
 * after its author must not bring that author into the record.
 */
final class Publishers {

    private static final Set<String> WORDS = Set.of(
            "agency",
            "alliance",
            "association",
            "authority",
            "bureau",
            "center",
            "centre",
            "chamber",
            "city",
            "club",
            "coalition",
            "collaborative",
            "collective",
            "college",
            "commission",
            "committee",
            "company",
            "congress",
            "cooperative",
            "council",
            "county",
            "daily",
            "data",
            "department",
            "district",
            "federation",
            "foundation",
            "gazette",
            "government",
            "group",
            "hacknight",
            "herald",
            "inc",
            "initiative",
            "institute",
            "journal",
            "lab",
            "labs",
            "league",
            "library",
            "llc",
            "ltd",
            "magazine",
            "ministry",
            "museum",
            "network",
            "news",
            "newspaper",
            "observatory",
            "office",
            "organization",
            "organisation",
            "park",
            "police",
            "post",
            "press",
            "project",
            "radio",
            "review",
            "school",
            "services",
            "society",
            "sun-times",
            "team",
            "times",
            "transit",
            "tribune",
            "trust",
            "union",
            "university",
            "voice",
            "asociación",
            "ayuntamiento",
            "barrio",
            "biblioteca",
            "centro",
            "ciudad",
            "colectivo",
            "datos",
            "diario",
            "fundación",
            "instituto",
            "noticias",
            "periódico",
            "prensa",
            "red",
            "universidad");

    private Publishers() {}

    /** The publisher, where its name says that it is one. */
    static @Nullable Maker maker(@Nullable String title, @Nullable String site) {
        if (title == null || title.length() > 200) {
            return null;
        }
        // "Jane Doe's data blog" is a person's all the same.
        boolean possessive = title.contains("'s ")
                || title.contains("’s ")
                || title.toLowerCase(Locale.ROOT).startsWith("my ");
        for (String word : title.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}-]+")) {
            if (WORDS.contains(word) && !possessive) {
                return Maker.organisation(title, site);
            }
        }
        return null;
    }
}
