package sightings.ingest.catalogue;

/**
 * A key that stands where a dataset's id, name or resource would stand. Whether there is such a dataset, only the
 * catalogue knows.
 *
 * @param form the form of the address
 * @param key as it stands there
 */
public record NamedKey(AddressForm form, String key) {}
