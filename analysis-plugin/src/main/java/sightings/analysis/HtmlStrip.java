package sightings.analysis;

import java.io.Reader;
import java.util.Set;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.AbstractCharFilterFactory;

/** Takes HTML tags out of the text before it is split. */
final class HtmlStrip extends AbstractCharFilterFactory {

    private final Set<String> escapedTags;

    HtmlStrip(IndexSettings index, Environment environment, String name, Settings settings) {
        super(name);
        this.escapedTags = Set.copyOf(settings.getAsList("escaped_tags"));
    }

    @Override
    public Reader create(Reader text) {
        return escapedTags.isEmpty() ? new HTMLStripCharFilter(text) : new HTMLStripCharFilter(text, escapedTags);
    }
}
