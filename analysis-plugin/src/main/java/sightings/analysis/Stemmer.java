package sightings.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.es.SpanishPluralStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;

/** The stemmers of English and Spanish under the names that the full distribution gives them. */
enum Stemmer {
    PORTER(PorterStemFilter::new, "porter", "english"),
    PORTER2(tokens -> new SnowballFilter(tokens, new EnglishStemmer()), "porter2"),
    LIGHT_ENGLISH(KStemFilter::new, "light_english", "kstem"),
    MINIMAL_ENGLISH(EnglishMinimalStemFilter::new, "minimal_english"),
    POSSESSIVE_ENGLISH(EnglishPossessiveFilter::new, "possessive_english"),
    SPANISH(tokens -> new SnowballFilter(tokens, new SpanishStemmer()), "spanish"),
    LIGHT_SPANISH(SpanishLightStemFilter::new, "light_spanish"),
    SPANISH_PLURAL(SpanishPluralStemFilter::new, "spanish_plural");

    private final UnaryOperator<TokenStream> filter;
    private final List<String> names;

    Stemmer(UnaryOperator<TokenStream> filter, String... names) {
        this.filter = filter;
        this.names = List.of(names);
    }

    static Stemmer named(String name) {
        return Arrays.stream(values())
                .filter(stemmer -> stemmer.names.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Invalid stemmer class specified: " + name));
    }

    TokenStream stem(TokenStream tokens) {
        return filter.apply(tokens);
    }
}
