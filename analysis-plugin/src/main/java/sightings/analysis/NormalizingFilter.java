package sightings.analysis;

import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;

/** A token filter that also works in a normalizer and on the terms of a range or prefix query. */
final class NormalizingFilter extends AbstractTokenFilterFactory implements NormalizingTokenFilterFactory {

    private final UnaryOperator<TokenStream> filter;
    private final UnaryOperator<TokenStream> normalizer;

    NormalizingFilter(String name, UnaryOperator<TokenStream> filter, UnaryOperator<TokenStream> normalizer) {
        super(name);
        this.filter = filter;
        this.normalizer = normalizer;
    }

    @Override
    public TokenStream create(TokenStream tokens) {
        return filter.apply(tokens);
    }

    @Override
    public TokenStream normalize(TokenStream tokens) {
        return normalizer.apply(tokens);
    }
}
