package sightings.ingest.catalogue;

/**
 * A key that stands where a dataset's id, name or resource would stand. Whether there is such a dataset, only the
 * catalogue knows.
 *
 * @param form the form of the address
 * @param key as it stands there
 */
public record NamedKey(AddressForm form, String key) {

    // Written out, as those of DatasetId: what records bring is made anew in each process, when a log is counted
    // already.
    @Override
    public boolean equals(Object other) {
        return other instanceof NamedKey named && form == named.form && key.equals(named.key);
    }

    @Override
    public int hashCode() {
        return 31 * form.hashCode() + key.hashCode();
    }
}
