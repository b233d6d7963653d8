package sightings.ingest.recognising;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link Wordlike}. */
class WordlikeTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "high", "tech", "High", "TECH", "open", "data", "real", "time", "self", "test", "user", "name", "back",
                "ends", "city", "hall", "bike", "lane", "park", "tree", "arts", "eats", "quit", "aqua", "down", "town",
                "text", "next", "army", "navy", "http", "html", "json", "java", "node", "file", "type", "safe", "wide",
                "long", "term", "well", "know", "free", "form", "must", "have", "work", "flow", "left", "hand", "side",
                "view", "port", "code", "base", "line", "list", "sync", "cost", "plus", "zero", "four", "part", "year",
                "week", "days", "kind", "calm", "agua", "casa", "jahr", "schu", "amps", "inch", "itch", "odds", "girl",
                "bulb", "wolf", "silk", "dogs", "jazz", "boss", "cuff", "debt", "sign", "limb", "hymn", "yeah", "john",
                "wake", "ghat", "what", "when", "this", "that", "then", "them", "thru", "spry", "myth", "lynx", "info",
                "href"
            })
    void whatCanBeSpokenOrIsWrittenInCodeMayBeAWord(String word) {
        assertThat(Wordlike.is(word, 0)).as(word).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zsuj", "kqmj", "xvrt", "qxei", "aqvj", "bdfo", "iwjz", "zzzz", "vwux"})
    void whatNobodyCouldSpeakIsNone(String letters) {
        assertThat(Wordlike.is(letters, 0)).as(letters).isFalse();
    }
}
