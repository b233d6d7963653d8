package sightings.analysis;

import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.PatternKeywordMarkerFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.SetKeywordMarkerFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.jspecify.annotations.Nullable;

/** The token filters, each with the settings and defaults of the full distribution. */
final class Filters {

    private Filters() {}

    static TokenFilterFactory asciiFolding(
            IndexSettings index, Environment environment, String name, Settings settings) {
        boolean preserve = settings.getAsBoolean("preserve_original", false);
        return new NormalizingFilter(
                name,
                tokens -> new ASCIIFoldingFilter(tokens, preserve),
                // A normalizer may only give one token.
                tokens -> new ASCIIFoldingFilter(tokens, false));
    }

    static TokenFilterFactory edgeNgram(IndexSettings index, Environment environment, String name, Settings settings) {
        int min = settings.getAsInt("min_gram", 1);
        int max = settings.getAsInt("max_gram", 2);
        boolean preserve = settings.getAsBoolean("preserve_original", false);
        return NamedFilter.splitting(name, tokens -> new EdgeNGramTokenFilter(tokens, min, max, preserve));
    }

    static TokenFilterFactory elision(IndexSettings index, Environment environment, String name, Settings settings) {
        CharArraySet articles = Analysis.parseArticles(environment, settings);
        if (articles == null) {
            throw new IllegalArgumentException("elision filter requires [articles] or [articles_path] setting");
        }
        return new NormalizingFilter(
                name, tokens -> new ElisionFilter(tokens, articles), tokens -> new ElisionFilter(tokens, articles));
    }

    static TokenFilterFactory keywordMarker(
            IndexSettings index, Environment environment, String name, Settings settings) {
        @Nullable String pattern = settings.get("keywords_pattern");
        if (pattern != null) {
            Pattern keywords = Pattern.compile(pattern);
            return NamedFilter.of(name, tokens -> new PatternKeywordMarkerFilter(tokens, keywords));
        }
        @Nullable CharArraySet words = Analysis.getWordSet(environment, settings, "keywords");
        if (words == null) {
            throw new IllegalArgumentException("keyword filter requires [keywords] or [keywords_pattern]");
        }
        CharArraySet keywords = new CharArraySet(words, settings.getAsBoolean("ignore_case", false));
        return NamedFilter.of(name, tokens -> new SetKeywordMarkerFilter(tokens, keywords));
    }

    static TokenFilterFactory length(IndexSettings index, Environment environment, String name, Settings settings) {
        int min = settings.getAsInt("min", 0);
        int max = settings.getAsInt("max", Integer.MAX_VALUE);
        return NamedFilter.of(name, tokens -> new LengthFilter(tokens, min, max));
    }

    static TokenFilterFactory stemmer(IndexSettings index, Environment environment, String name, Settings settings) {
        Stemmer stemmer = Stemmer.named(settings.get("language", settings.get("name", "porter")));
        return NamedFilter.of(name, stemmer::stem);
    }

    static TokenFilterFactory trim(IndexSettings index, Environment environment, String name, Settings settings) {
        return new NormalizingFilter(name, TrimFilter::new, TrimFilter::new);
    }

    static TokenFilterFactory removeDuplicates(
            IndexSettings index, Environment environment, String name, Settings settings) {
        return NamedFilter.of(name, RemoveDuplicatesTokenFilter::new);
    }
}
