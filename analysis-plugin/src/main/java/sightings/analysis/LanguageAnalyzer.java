package sightings.analysis;

import java.util.function.BiFunction;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.elasticsearch.index.analysis.AbstractIndexAnalyzerProvider;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** The analyzer of one language with its settings {@code stopwords} and {@code stem_exclusion}. */
final class LanguageAnalyzer extends AbstractIndexAnalyzerProvider<Analyzer> {

    private final Analyzer analyzer;

    private LanguageAnalyzer(String name, Analyzer analyzer) {
        super(name);
        this.analyzer = analyzer;
    }

    static AnalysisProvider<AnalyzerProvider<? extends Analyzer>> provider(
            CharArraySet stopWords, BiFunction<CharArraySet, CharArraySet, Analyzer> analyzer) {
        return (index, environment, name, settings) -> new LanguageAnalyzer(
                name,
                analyzer.apply(
                        Analysis.parseStopWords(environment, settings, stopWords),
                        Analysis.parseStemExclusion(settings, CharArraySet.EMPTY_SET)));
    }

    @Override
    public Analyzer get() {
        return analyzer;
    }
}
