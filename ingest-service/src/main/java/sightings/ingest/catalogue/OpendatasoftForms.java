package sightings.ingest.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The forms of Opendatasoft. The key is the dataset's id, which names its origin behind an {@code @} where it is a copy. */
final class OpendatasoftForms {

    private OpendatasoftForms() {}

    /** {@code /explore/dataset/id/...}, with {@code dataset} at this segment. */
    static List<NamedKey> readPage(List<String> segments, int i) {
        var after = i + 2 < segments.size() ? segments.get(i + 2).toLowerCase(Locale.ROOT) : "";
        boolean download = after.equals("download") || after.equals("files");
        return named(download ? AddressForm.ODS_DOWNLOAD : AddressForm.ODS_PAGE, segments.get(i + 1));
    }

    /** {@code /catalog/datasets/id/...} of the interface, with {@code datasets} at this segment. */
    static List<NamedKey> readApi(List<String> segments, int i) {
        var after = i + 2 < segments.size() ? segments.get(i + 2).toLowerCase(Locale.ROOT) : "";
        return named(
                after.equals("exports") || after.equals("files") || after.equals("attachments")
                        ? AddressForm.ODS_EXPORT
                        : AddressForm.ODS_API,
                segments.get(i + 1));
    }

    /** {@code /api/datasets/1.0/id/} of the first interface, with {@code datasets} at this segment. */
    static List<NamedKey> readFirstApi(List<String> segments, int i) {
        return i + 2 < segments.size() ? named(AddressForm.ODS_API, segments.get(i + 2)) : List.of();
    }

    /** {@code /api/records/1.0/search/?dataset=id} and its kin, with {@code records} at this segment. */
    static List<NamedKey> readRecords(List<String> segments, int i, String query) {
        return i > 0 && segments.get(i - 1).equalsIgnoreCase("api") ? readParameter(query) : List.of();
    }

    /** {@code ?dataset=id}. */
    static List<NamedKey> readParameter(String query) {
        return AddressForms.parameter(query, "dataset").stream()
                .limit(1)
                .flatMap(value -> named(AddressForm.ODS_RECORDS, value).stream())
                .toList();
    }

    /** {@code ?typename=ods:id} of the interface for maps. */
    static List<NamedKey> readTypes(String query) {
        return Stream.concat(
                        AddressForms.parameter(query, "typename").stream(),
                        AddressForms.parameter(query, "typenames").stream())
                .filter(type -> type.startsWith("ods:"))
                .limit(1)
                .flatMap(type -> named(AddressForm.ODS_API, type.substring(4)).stream())
                .toList();
    }

    private static List<NamedKey> named(AddressForm form, String id) {
        return List.of(new NamedKey(form, AddressForms.key(id)));
    }
}
