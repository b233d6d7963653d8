package sightings.ingest.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What outgoing requests may reach.
 *
 * @param allowedHosts hosts that may be asked although their addresses are not public, such as a portal in the city's own
 *     network; names as they stand in addresses
 */
@ConfigurationProperties("sightings.outgoing")
record OutgoingSettings(@DefaultValue({}) List<String> allowedHosts) {}
