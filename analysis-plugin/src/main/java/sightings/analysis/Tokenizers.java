package sightings.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenizer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.util.AttributeFactory;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.TokenizerFactory;

/** The tokenizers, each with the settings and defaults of the full distribution. */
final class Tokenizers {

    private Tokenizers() {}

    static TokenizerFactory keyword(IndexSettings index, Environment environment, String name, Settings settings) {
        int size = settings.getAsInt("buffer_size", KeywordTokenizer.DEFAULT_BUFFER_SIZE);
        return TokenizerFactory.newFactory(name, () -> new KeywordTokenizer(size));
    }

    static TokenizerFactory whitespace(IndexSettings index, Environment environment, String name, Settings settings) {
        int length = settings.getAsInt("max_token_length", StandardAnalyzer.DEFAULT_MAX_TOKEN_LENGTH);
        return TokenizerFactory.newFactory(
                name, () -> new WhitespaceTokenizer(AttributeFactory.DEFAULT_ATTRIBUTE_FACTORY, length));
    }

    static TokenizerFactory edgeNgram(IndexSettings index, Environment environment, String name, Settings settings) {
        int min = settings.getAsInt("min_gram", EdgeNGramTokenizer.DEFAULT_MIN_GRAM_SIZE);
        int max = settings.getAsInt("max_gram", 2);
        IntPredicate wanted = wanted(settings.getAsList("token_chars"));
        return TokenizerFactory.newFactory(name, () -> new EdgeNGramTokenizer(min, max) {
            @Override
            protected boolean isTokenChar(int character) {
                return wanted.test(character);
            }
        });
    }

    private static IntPredicate wanted(List<String> classes) {
        return classes.isEmpty()
                ? character -> true
                : classes.stream().map(Tokenizers::characters).reduce(character -> false, IntPredicate::or);
    }

    private static IntPredicate characters(String name) {
        return switch (name) {
            case "letter" -> Character::isLetter;
            case "digit" -> Character::isDigit;
            case "whitespace" -> Character::isWhitespace;
            default ->
                throw new IllegalArgumentException("Unknown token type: '" + name + "', must be one of "
                        + Arrays.asList("letter", "digit", "whitespace"));
        };
    }
}
