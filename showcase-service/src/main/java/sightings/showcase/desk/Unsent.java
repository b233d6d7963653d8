package sightings.showcase.desk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form that did not take effect, with all that was typed: somebody else decided meanwhile, or Kafka or Elasticsearch
 * is away.
 *
 * @param title of the page
 * @param explanation what happened
 * @param seen how it stood when the person looked; null where nobody decided meanwhile
 * @param now how it stands now; null where nobody decided meanwhile
 * @param wanted what the person asked for
 * @param action where the form is sent again
 * @param send what the button says
 * @param back where to go instead
 * @param fields what was typed, with the number that sending again is based on
 * @param shown the fields that a person reads, with their labels
 */
record Unsent(
        String title,
        String explanation,
        @Nullable String seen,
        @Nullable String now,
        String wanted,
        String action,
        String send,
        String back,
        Map<String, String> fields,
        List<Shown> shown) {

    /**
     * One field as it was typed, beside what stands there now.
     *
     * @param label name of the field
     * @param typed what the person typed
     * @param there what stands there now; null where nothing can be compared
     */
    record Shown(String label, String typed, @Nullable String there) {}
}
