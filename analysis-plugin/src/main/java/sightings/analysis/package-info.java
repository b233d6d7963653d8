/** Supplies the small Elasticsearch server with the analysis that our index settings name, under the full server's names. */
@NullMarked
package sightings.analysis;

import org.jspecify.annotations.NullMarked;
