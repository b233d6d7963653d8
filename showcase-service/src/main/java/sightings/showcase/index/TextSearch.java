package sightings.showcase.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How words are searched for: the phrase counts most, then all words, then words with a slip of the pen. */
public final class TextSearch {

    private static final int LONGEST = 200;

    private TextSearch() {}

    /** Whether there is anything to search for. */
    public static boolean isAsked(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** Documents with these words in these fields, {@code field^weight} each. */
    public static Query of(String text, List<String> fields) {
        var words = text.strip();
        var asked = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        return Query.of(query -> query.bool(bool -> bool.should(List.of(
                        Query.of(q -> q.multiMatch(match -> match.query(asked)
                                .fields(fields)
                                .type(TextQueryType.Phrase)
                                .boost(8f))),
                        Query.of(q -> q.multiMatch(match -> match.query(asked)
                                .fields(fields)
                                .type(TextQueryType.BestFields)
                                .operator(Operator.And)
                                .boost(4f))),
                        Query.of(q -> q.multiMatch(match -> match.query(asked)
                                .fields(fields)
                                .type(TextQueryType.CrossFields)
                                .operator(Operator.And)
                                .boost(2f))),
                        Query.of(q -> q.multiMatch(match -> match.query(asked)
                                .fields(fields)
                                .type(TextQueryType.BestFields)
                                .operator(Operator.And)
                                .fuzziness("AUTO:4,6")
                                .prefixLength(1)))))
                .minimumShouldMatch("1")));
    }
}
