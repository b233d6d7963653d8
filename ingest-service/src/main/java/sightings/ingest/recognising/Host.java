package sightings.ingest.recognising;

import org.jspecify.annotations.Nullable;

/**
 * A host at which an address may name a dataset of the catalogue.
 *
 * @param name in lower case
 * @param portal the portal that answers there, named by its main host; null where none of the catalogue's does
 * @param listed whether datasets list addresses there
 * @param shared whether many publishers share it, under this name and those that end in it, so that only ids that are
 *     nobody else's count
 */
record Host(String name, @Nullable String portal, boolean listed, boolean shared) {

    int firstDot() {
        return name.indexOf('.');
    }
}
