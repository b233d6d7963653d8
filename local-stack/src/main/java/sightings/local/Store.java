package sightings.local;

import java.io.IOException;
import java.net.http.HttpClient;
import sightings.engines.ElasticsearchEngine;
import sightings.engines.Supervised;

/**
 * How Elasticsearch is started.
 * @param settings of the node
 */
record Store(ElasticsearchEngine.Settings settings) implements Part {

    @Override
    public String name() {
        return "Elasticsearch";
    }

    @Override
    public Supervised start() throws IOException {
        return ElasticsearchEngine.launch(settings).process();
    }

    @Override
    public boolean ready(HttpClient client) throws InterruptedException {
        return ElasticsearchEngine.ready(client, settings.port());
    }
}
