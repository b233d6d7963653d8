package sightings.analysis;

import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

/**
 * Registers what our index settings use under the names, and with the defaults, of the full distribution, so that the
 * same index JSON works on both. It is never installed into the full distribution, which has all of this itself.
 */
public class SightingsAnalysisPlugin extends Plugin implements AnalysisPlugin {

    @Override
    public Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> getAnalyzers() {
        return Map.of(
                "english", LanguageAnalyzer.provider(EnglishAnalyzer.getDefaultStopSet(), EnglishAnalyzer::new),
                "spanish", LanguageAnalyzer.provider(SpanishAnalyzer.getDefaultStopSet(), SpanishAnalyzer::new));
    }

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        return Map.of(
                "asciifolding", Filters::asciiFolding,
                "edge_ngram", Filters::edgeNgram,
                "elision", AnalysisPlugin.requiresAnalysisSettings(Filters::elision),
                "keyword_marker", AnalysisPlugin.requiresAnalysisSettings(Filters::keywordMarker),
                "length", Filters::length,
                "remove_duplicates", Filters::removeDuplicates,
                "stemmer", Filters::stemmer,
                "synonym_graph", AnalysisPlugin.requiresAnalysisSettings(SynonymGraph::new),
                "trim", Filters::trim);
    }

    @Override
    public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
        return Map.of(
                "edge_ngram", Tokenizers::edgeNgram,
                "keyword", Tokenizers::keyword,
                "whitespace", Tokenizers::whitespace);
    }

    @Override
    public Map<String, AnalysisProvider<CharFilterFactory>> getCharFilters() {
        return Map.of("html_strip", HtmlStrip::new);
    }
}
