package sightings.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.text.ParseException;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexService.IndexCreationContext;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.CustomAnalyzer;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;

/** Synonyms written in the index settings, read with the same analysis that comes before them in the chain. */
final class SynonymGraph extends AbstractTokenFilterFactory {

    private final List<String> rules;
    private final boolean expand;

    SynonymGraph(IndexSettings index, Environment environment, String name, Settings settings) {
        super(name);
        if (!settings.hasValue("synonyms")) {
            // Files and sets behave differently between nodes: the settings are the one place we use.
            throw new IllegalArgumentException("synonym filter [" + name + "] requires `synonyms` to be configured");
        }
        this.rules = settings.getAsList("synonyms");
        this.expand = settings.getAsBoolean("expand", true);
    }

    @Override
    public TokenStream create(TokenStream tokens) {
        throw new IllegalStateException("The chain of filter [" + name() + "] is not known yet");
    }

    @Override
    public TokenFilterFactory getChainAwareTokenFilterFactory(
            IndexCreationContext context,
            TokenizerFactory tokenizer,
            List<CharFilterFactory> charFilters,
            List<TokenFilterFactory> previousFilters,
            Function<String, TokenFilterFactory> allFilters) {
        SynonymMap synonyms = read(new CustomAnalyzer(
                tokenizer,
                charFilters.toArray(CharFilterFactory[]::new),
                previousFilters.stream()
                        .map(TokenFilterFactory::getSynonymFilter)
                        .toArray(TokenFilterFactory[]::new)));
        return NamedFilter.synonyms(
                name(), tokens -> synonyms.fst == null ? tokens : new SynonymGraphFilter(tokens, synonyms, false));
    }

    private SynonymMap read(Analyzer analyzer) {
        try {
            SolrSynonymParser parser = new SolrSynonymParser(true, expand, analyzer);
            parser.parse(new StringReader(String.join("\n", rules)));
            return parser.build();
        } catch (IOException | ParseException unreadable) {
            throw new IllegalArgumentException("failed to build synonyms of [" + name() + "]", unreadable);
        }
    }
}
