package sightings.ingest.usage;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/** All stores of the service share one bounded cache, indexes and write buffers included. Streams makes it by its name. */
public final class BoundedRocksDb implements RocksDBConfigSetter {

    private static final long CACHE_BYTES = 40L << 20;
    private static final long WRITE_BYTES = 24L << 20;
    private static final long WRITE_BYTES_OF_A_STORE = 2L << 20;

    private static final Cache CACHE = cache();
    private static final WriteBufferManager WRITE_BUFFERS = new WriteBufferManager(WRITE_BYTES, CACHE);

    /** Made by Streams. */
    public BoundedRocksDb() {}

    private static Cache cache() {
        return new LRUCache(CACHE_BYTES, -1, false, 0.1);
    }

    @Override
    public void setConfig(String store, Options options, Map<String, Object> settings) {
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setWriteBufferManager(WRITE_BUFFERS);
        options.setWriteBufferSize(WRITE_BYTES_OF_A_STORE);
        options.setMaxWriteBufferNumber(2);
        options.setTableFormatConfig(table);
    }

    @Override
    public void close(String store, Options options) {
        // The cache is shared by all stores and lives as long as the service.
    }
}
