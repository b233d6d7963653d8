package sightings.ingest.recognising;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sightings.ingest.catalogue.AddressForms;

/** What a key looks like. Its looks never make a find; they say how much it takes to confirm one. */
final class Keys {

    private Keys() {}

    /** {@code abcd-1234}. */
    static boolean isFourByFour(String key) {
        return key.length() == 9 && !AddressForms.fourByFour(key).isEmpty();
    }

    /** A uuid, or 32 hexadecimal digits, with or without what some portals put before or behind them. */
    static boolean isNumber(String key) {
        int from = key.startsWith("d_") ? 2 : 0;
        return isUuid(key, from) || isItem(key, from);
    }

    /** Whether {@code abcd-efgh} may be two words, since both halves could be, as in {@code high-tech}. */
    static boolean readsLikeWords(CharSequence text, int start) {
        return Wordlike.is(text, start) && Wordlike.is(text, start + 5);
    }

    private static boolean isUuid(String key, int from) {
        if (key.length() - from != 36) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            char c = key.charAt(from + i);
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen ? c != '-' : !Characters.isHex(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isItem(String key, int from) {
        if (key.length() - from < 32) {
            return false;
        }
        for (int i = from; i < from + 32; i++) {
            if (!Characters.isHex(key.charAt(i))) {
                return false;
            }
        }
        if (key.length() == from + 32) {
            return true;
        }
        return key.charAt(from + 32) == '_'
                && key.length() > from + 33
                && key.chars().skip(from + 33L).allMatch(c -> c >= '0' && c <= '9');
    }

    /**
     * The part of an address of an ArcGIS server that names the service, with its layer where one is named, in lower
     * case, and the same for each kind of server and for each interface that it has; null where it is no such address.
     */
    static @Nullable String service(String address) {
        var lower = address.toLowerCase(Locale.ROOT);
        for (String kind : new String[] {"/featureserver", "/mapserver", "/imageserver", "/vectortileserver"}) {
            int at = lower.indexOf(kind);
            if (at > 0) {
                int layer = at + kind.length() + 1;
                int end = layer;
                while (end < lower.length() && lower.charAt(end) >= '0' && lower.charAt(end) <= '9') {
                    end++;
                }
                boolean named = end > layer && (end == lower.length() || !Character.isLetter(lower.charAt(end)));
                return lower.substring(0, at).replace("%20", " ").replace("/rest/services/", "/services/")
                        + "/server"
                        + (named ? lower.substring(layer - 1, end) : "");
            }
        }
        return null;
    }

    /** The service without its layer. */
    static String withoutLayer(String service) {
        return service.substring(0, service.lastIndexOf("/server") + "/server".length());
    }
}
