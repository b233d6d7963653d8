package sightings.showcase.projection;

import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import sightings.showcase.index.Index;

/**
 * What one record changes in one document.
 *
 * @param index where the document is kept
 * @param key the document's key, always of records of one partition
 * @param record the record
 * @param fold from the document before to the one after; null where there is none
 */
record Change(Index<?> index, String key, ConsumerRecord<String, byte[]> record, UnaryOperator<@Nullable Object> fold) {

    /** A change of documents of this type. */
    static <D> Change of(
            Index<D> index, String key, ConsumerRecord<String, byte[]> record, UnaryOperator<@Nullable D> fold) {
        return new Change(
                index,
                key,
                record,
                before -> fold.apply(before == null ? null : index.type().cast(before)));
    }

    /** The document it changes. */
    Target target() {
        return new Target(index, Index.idOf(key));
    }

    /**
     * One document.
     *
     * @param index where it is kept
     * @param id its id there
     */
    record Target(Index<?> index, String id) {}
}
