package sightings.showcase.desk;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where ingest answers the desk's questions.
 *
 * @param uri its address on this machine or on the network that both share; nothing secret in it
 */
@Validated
@ConfigurationProperties("sightings.ingest")
record IngestLink(@DefaultValue("http://127.0.0.1:8081") URI uri) {}
