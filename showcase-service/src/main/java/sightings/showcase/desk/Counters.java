package sightings.showcase.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a source's own numbers into words. */
@Component
class Counters {

    private static final String KEY = "desk.counter.";

    /** What the completeness meter says already. */
    private static final Set<String> ON_THE_METER =
            Set.of("slices", "slicesTruncated", "slicesIncomplete", "slicesRefused", "completenessPercent");

    private final MessageSource messages;

    Counters(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * One number.
     *
     * @param words what is counted; the source's own word where the desk has none
     * @param known whether the desk has words for it
     * @param count how many
     */
    record Counter(String words, boolean known, long count) {}

    /** The numbers in the order of their names, without those that a meter shows where there is one. */
    List<Counter> of(Map<String, Long> counters, boolean metered, Locale locale) {
        return counters.entrySet().stream()
                .filter(counter -> !metered || !ON_THE_METER.contains(counter.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(counter -> counter(counter.getKey(), counter.getValue(), locale))
                .toList();
    }

    /** What is counted under this name; the name itself where the desk has no words. */
    String words(String name, Locale locale) {
        return counter(name, 0, locale).words();
    }

    private Counter counter(String name, long count, Locale locale) {
        var words = messages.getMessage(KEY + name, null, null, locale);
        return new Counter(words == null ? name : words, words != null, count);
    }
}
