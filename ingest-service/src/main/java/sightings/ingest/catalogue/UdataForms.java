package sightings.ingest.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The forms of udata, and of all who say {@code /datasets/name}. The keys are names, ids and the uuids of files. */
final class UdataForms {

    private UdataForms() {}

    /** {@code /datasets/...}, with {@code datasets} at this segment; the file before the dataset it belongs to. */
    static List<NamedKey> read(List<String> segments, int i, String query) {
        var keys = new ArrayList<NamedKey>();
        var next = segments.get(i + 1);
        var after = i + 2 < segments.size() ? segments.get(i + 2) : "";
        var third = i + 3 < segments.size() ? segments.get(i + 3) : "";
        boolean api = i > 1 && segments.get(i - 2).toLowerCase(Locale.ROOT).equals("api");
        if (next.equals("r")) {
            keys.add(new NamedKey(AddressForm.UDATA_PERMALINK, AddressForms.key(after)));
        } else if (next.equals("resources")) {
            keys.add(new NamedKey(AddressForm.UDATA_API, AddressForms.key(after)));
        } else {
            var form = api ? AddressForm.UDATA_API : AddressForm.UDATA_PAGE;
            if (after.equals("resources")) {
                keys.add(new NamedKey(form, AddressForms.key(third)));
            }
            AddressForms.parameter(query, "resource_id")
                    .forEach(id -> keys.add(new NamedKey(form, AddressForms.key(id))));
            keys.add(new NamedKey(form, AddressForms.key(next)));
            // ArcGIS Hub gives files by the same names as pages.
            var file = AddressForms.withoutFormat(next);
            if (!file.isEmpty()) {
                keys.add(new NamedKey(AddressForm.ARCGIS_FILE, AddressForms.key(file)));
            }
        }
        return keys;
    }

    /** {@code /resources/name/20260101-120000/file.csv}, with {@code resources} at this segment. */
    static List<NamedKey> readStatic(List<String> segments, int i) {
        if (i != 0 || i + 2 >= segments.size()) {
            return List.of();
        }
        var time = segments.get(i + 2);
        boolean dated = time.length() == 15
                && time.charAt(8) == '-'
                && time.chars().filter(c -> c >= '0' && c <= '9').count() == 14;
        return dated
                ? List.of(new NamedKey(AddressForm.UDATA_STATIC, AddressForms.key(segments.get(i + 1))))
                : List.of();
    }
}
