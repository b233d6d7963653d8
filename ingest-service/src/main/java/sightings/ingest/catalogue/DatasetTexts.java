package sightings.ingest.catalogue;

import java.util.List;

/** What the catalogue says in words, for those who look whether a search would find anything. */
public interface DatasetTexts {

    /**
     * Whether one dataset has all of these words in its title, keywords, description, category or publisher.
     *
     * @param words in small letters; those of less than three letters do not matter
     */
    boolean together(List<String> words);
}
