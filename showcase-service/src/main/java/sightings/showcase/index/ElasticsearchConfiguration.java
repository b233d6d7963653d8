package sightings.showcase.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The client that reads and writes documents with {@link DocumentJson}. */
@Configuration(proxyBeanMethods = false)
class ElasticsearchConfiguration {

    /** Boot's own client would read documents with the JSON of the web. */
    @Bean
    ElasticsearchClient elasticsearchClient(Rest5Client rest) {
        return new ElasticsearchClient(new Rest5ClientTransport(rest, new Jackson3JsonpMapper(DocumentJson.MAPPER)));
    }
}
