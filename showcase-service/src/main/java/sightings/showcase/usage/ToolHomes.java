package sightings.showcase.usage;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sightings.event.Caller;

/**
 * Where tools are at home that name themselves in logs, so that a use at this very address is known to be the tool. Only
 * whole addresses count: a copy of a library is not the library, nor is what names the library's page
 * as its homepage, as extensions do.
 */
final class ToolHomes {

    private static final Map<String, String> TOOLS = Map.ofEntries(
            Map.entry("github.com/afeld/sodapy", "sodapy"),
            Map.entry("github.com/xmunoz/sodapy", "sodapy"),
            Map.entry("github.com/chicago/rsocrata", "RSocrata"),
            Map.entry("github.com/qgis/qgis", "QGIS"),
            Map.entry("qgis.org", "QGIS"),
            Map.entry("github.com/osgeo/gdal", "GDAL"),
            Map.entry("gdal.org", "GDAL"),
            Map.entry("github.com/geopandas/geopandas", "geopandas"),
            Map.entry("geopandas.org", "geopandas"),
            Map.entry("github.com/openrefine/openrefine", "OpenRefine"),
            Map.entry("openrefine.org", "OpenRefine"),
            Map.entry("github.com/metabase/metabase", "Metabase"),
            Map.entry("github.com/duckdb/duckdb", "DuckDB"),
            Map.entry("duckdb.org", "DuckDB"));

    private ToolHomes() {}

    /** The tool whose home this address is. */
    static Optional<Caller> at(String address) {
        return Optional.ofNullable(TOOLS.get(plain(address))).map(Caller::tool);
    }

    private static String plain(String address) {
        return address.toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://(www\\.)?", "")
                .replaceFirst("/+$", "");
    }
}
