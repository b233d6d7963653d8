package sightings.ingest.recognising;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether four letters could be a word of a language that city portals are written in. Generous: what can be spoken counts,
 * since an id that is taken for a word needs its portal's host beside it, and a word that is taken for an id is a false find.
 */
final class Wordlike {

    private static final String CONSONANT = "[bcdfghjklmnpqrstvwxz]";
    private static final String VOWELS = "[aeiouy]+";
    /** What words begin with before their first vowel. */
    private static final String BEGIN =
            "(?:[bcdfghjklmnprstvwxz]|qu?|[bcfgkp][lr]|[cgkprstwz]h|[dtvw]r|[dgkpst]n|[dkstz]w"
                    + "|s[cfklmpqtv]|ll|mc|ps|pt|ts|cz|sch|sc[hr]|shr|sp[lr]|str|squ|[cpt]hr)?";
    /** What words end with behind their last vowel. */
    private static final String END =
            "(?:[bcdfghklmnprstvwxz]|([bdfglmnprstz])\\1|[bcdfghklmnprtvw]s|[cgpst]h|c[kt]|[fghpsx]t"
                    + "|h[mn]|l[bdfgkmnptv]|m[bnp]|n[cdgktxz]|r[bcdfgklmnptvxz]|s[kmp]|t[zl]|w[dkln]|[bdkg]l|bt|gn|hr"
                    + "|[nr]ch|tch|[lnr]th|ght|(?:ck|ct|ft|ll|l[dfkmpt]|mp|n[dgkt]|pt|r[bdfkmnpt]|s[kst]|dd|ff|gg|tt|th)s)?";

    private static final Pattern SPOKEN =
            Pattern.compile(BEGIN + VOWELS + "(?:" + CONSONANT + "{1,2}" + VOWELS + ")?" + END);
    /** What cannot be spoken and is written like a word, in code above all. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "ctrl", "docx", "grpc", "href", "hsla", "html", "http", "jpeg", "jpgs", "json", "kwds", "lapd", "mqtt",
            "msgs", "nypd", "pdfs", "pngs", "pptx", "psql", "rgba", "svgs", "urls", "wsgi", "xlsx", "xslt");

    private Wordlike() {}

    /** Whether these four letters could be a word, in whatever case. */
    static boolean is(CharSequence text, int start) {
        var half = text.subSequence(start, start + 4).toString().toLowerCase(Locale.ROOT);
        return ABBREVIATIONS.contains(half) || SPOKEN.matcher(half).matches();
    }
}
