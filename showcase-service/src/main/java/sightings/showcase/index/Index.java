package sightings.showcase.index;

import java.nio.charset.StandardCharsets;
import sightings.evidence.Hashes;

/**
 * One kind of document and where it is kept: {@code name-generation}, read by the alias {@code name}.
 *
 * @param name of the alias; settings and mappings stand in the resource {@code name.json} beside this class
 * @param type of the documents
 * @param <D> type of the documents
 */
public record Index<D>(String name, Class<D> type) {

    private static final int LONGEST_ID = 512;

    /** Name of the index in this generation. */
    public String in(String generation) {
        return name + "-" + generation;
    }

    /** The document id of this key: the key itself, or a hash where Elasticsearch would find it too long. */
    public static String idOf(String key) {
        return key.getBytes(StandardCharsets.UTF_8).length <= LONGEST_ID ? key : Hashes.id("document", key);
    }
}
