package sightings.analysis;

import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/** A token filter that is no more than a function on the stream. */
final class NamedFilter extends AbstractTokenFilterFactory {

    private final UnaryOperator<TokenStream> filter;
    private final Synonyms synonyms;

    private NamedFilter(String name, UnaryOperator<TokenStream> filter, Synonyms synonyms) {
        super(name);
        this.filter = filter;
        this.synonyms = synonyms;
    }

    /** A filter that has no part in normalizing, nor changes how synonyms are read. */
    static NamedFilter of(String name, UnaryOperator<TokenStream> filter) {
        return new NamedFilter(name, filter, Synonyms.READ_THROUGH);
    }

    /** A filter that makes several tokens of one, so that synonyms cannot be read through it. */
    static NamedFilter splitting(String name, UnaryOperator<TokenStream> filter) {
        return new NamedFilter(name, filter, Synonyms.REFUSED);
    }

    /** A filter that is itself made of synonyms, and is left out when others are read. */
    static NamedFilter synonyms(String name, UnaryOperator<TokenStream> filter) {
        return new NamedFilter(name, filter, Synonyms.LEFT_OUT);
    }

    @Override
    public TokenStream create(TokenStream tokens) {
        return filter.apply(tokens);
    }

    @Override
    public boolean breaksFastVectorHighlighter() {
        return synonyms == Synonyms.REFUSED;
    }

    @Override
    public TokenFilterFactory getSynonymFilter() {
        return switch (synonyms) {
            case READ_THROUGH -> this;
            case LEFT_OUT -> IDENTITY_FILTER;
            case REFUSED ->
                throw new IllegalArgumentException("Token filter [" + name() + "] cannot be used to parse synonyms");
        };
    }

    /** What happens when a later filter reads its synonyms through this one. */
    private enum Synonyms {
        READ_THROUGH,
        LEFT_OUT,
        REFUSED
    }
}
