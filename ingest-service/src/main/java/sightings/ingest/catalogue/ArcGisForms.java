package sightings.ingest.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The forms of ArcGIS Hub and ArcGIS Online. The key is an item of 32 hexadecimal digits with or without the number of
 * a layer, or the organisation and name of a page, as in {@code org::name}.
 */
final class ArcGisForms {

    private static final int ITEM = 32;
    private static final Set<String> FILES =
            Set.of("csv", "geojson", "kml", "zip", "shp", "json", "xlsx", "gdb", "gpkg");

    private ArcGisForms() {}

    /** Whether a segment is an item, with or without a layer, or {@code org::name}. */
    static boolean isItemOrName(String segment) {
        return isItem(segment) || segment.indexOf("::") > 0;
    }

    /** {@code datasets} at this segment: a page, a file of it, or the interface. */
    static List<NamedKey> readDatasets(List<String> segments, int i) {
        var segment = segments.get(i + 1);
        var after = i + 2 < segments.size() ? segments.get(i + 2).toLowerCase(Locale.ROOT) : "";
        if (i > 0 && segments.get(i - 1).equalsIgnoreCase("v3")) {
            return named(after.equals("downloads") ? AddressForm.ARCGIS_DOWNLOAD : AddressForm.ARCGIS_API, segment);
        }
        int dot = segment.lastIndexOf('.');
        var ending = dot < 0 ? "" : segment.substring(dot + 1).toLowerCase(Locale.ROOT);
        return FILES.contains(ending)
                ? named(AddressForm.ARCGIS_FILE, segment.substring(0, dot))
                : named(AddressForm.ARCGIS_PAGE, segment);
    }

    /** {@code home}, {@code apps}, {@code items}, {@code maps} or {@code documents} at this segment. */
    static List<NamedKey> read(List<String> segments, int i, String query) {
        var next = i + 1 < segments.size() ? segments.get(i + 1) : "";
        var keys = new ArrayList<NamedKey>();
        switch (segments.get(i).toLowerCase(Locale.ROOT)) {
            case "items" -> {
                boolean download = i > 1 && segments.get(i - 2).equalsIgnoreCase("download");
                if (isItem(next)) {
                    for (String layer : download ? AddressForms.parameter(query, "layers") : List.<String>of()) {
                        keys.addAll(named(AddressForm.ARCGIS_DOWNLOAD, next + "_" + layer));
                    }
                    keys.addAll(named(download ? AddressForm.ARCGIS_DOWNLOAD : AddressForm.ARCGIS_API, next));
                }
            }
            case "home", "apps" -> {
                for (String name : List.of("id", "layers", "webmap")) {
                    for (String value : AddressForms.parameter(query, name)) {
                        if (isItem(value)) {
                            var layers = AddressForms.parameter(query, "sublayer");
                            if (!layers.isEmpty()) {
                                keys.addAll(named(AddressForm.ARCGIS_ITEM, value + "_" + layers.getFirst()));
                            }
                            keys.addAll(named(AddressForm.ARCGIS_ITEM, value));
                        }
                    }
                }
                if (isItemOrName(next)) {
                    keys.addAll(named(AddressForm.ARCGIS_PAGE, next));
                }
            }
            default -> {
                if (isItemOrName(next)) {
                    keys.addAll(named(AddressForm.ARCGIS_PAGE, next));
                }
            }
        }
        return keys;
    }

    /** The key as it stands there, then without its layer or its organisation. */
    private static List<NamedKey> named(AddressForm form, String segment) {
        var key = AddressForms.key(segment);
        var keys = new ArrayList<NamedKey>();
        keys.add(new NamedKey(form, key));
        int organisation = key.indexOf("::");
        if (organisation > 0) {
            keys.add(new NamedKey(form, key.substring(organisation + 2)));
        } else if (isItem(key) && key.length() > ITEM) {
            keys.add(new NamedKey(form, key.substring(0, ITEM)));
        }
        return keys;
    }

    private static boolean isItem(String segment) {
        if (segment.length() < ITEM || segment.length() > ITEM && Character.isLetterOrDigit(segment.charAt(ITEM))) {
            return false;
        }
        return segment.chars().limit(ITEM).allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
    }
}
