package sightings.ingest.catalogue;

import sightings.event.AccessKind;

/** The forms in which an address of a portal names a dataset, each with what asking it would be. */
public enum AddressForm {
    /** {@code /d/abcd-1234}. */
    SOCRATA_PERMALINK("socrata-permalink", AccessKind.VIEW),
    /** {@code /Category/Title/abcd-1234}, with or without a tab behind it. */
    SOCRATA_PAGE("socrata-page", AccessKind.VIEW),
    /** {@code /w/abcd-1234/...}: a page inside another page. */
    SOCRATA_EMBED("socrata-embed", AccessKind.VIEW),
    /** {@code /stories/s/abcd-1234}. */
    SOCRATA_STORY("socrata-story", AccessKind.VIEW),
    /** {@code /api/catalog/v1?ids=abcd-1234}. */
    SOCRATA_CATALOGUE("socrata-catalogue", AccessKind.VIEW),
    /** {@code /resource/abcd-1234.json}, with or without a row. */
    SOCRATA_RESOURCE("socrata-resource", AccessKind.API),
    /** {@code /api/views/abcd-1234}, {@code /api/id/abcd-1234}. */
    SOCRATA_VIEWS("socrata-views", AccessKind.API),
    /** {@code /api/v3/views/abcd-1234/query.json}. */
    SOCRATA_QUERY("socrata-query", AccessKind.API),
    /** {@code /api/odata/v4/abcd-1234}, {@code /OData.svc/abcd-1234}. */
    SOCRATA_ODATA("socrata-odata", AccessKind.API),
    /** {@code /api/views/abcd-1234/rows.csv}. */
    SOCRATA_ROWS("socrata-rows", AccessKind.DOWNLOAD),
    /** {@code /api/v3/views/abcd-1234/export.csv}. */
    SOCRATA_EXPORT("socrata-export", AccessKind.DOWNLOAD),
    /** {@code /api/geospatial/abcd-1234}. */
    SOCRATA_GEOSPATIAL("socrata-geospatial", AccessKind.DOWNLOAD),
    /** {@code /download/abcd-1234/application/zip}. */
    SOCRATA_DOWNLOAD("socrata-download", AccessKind.DOWNLOAD),
    /** {@code /api/views/abcd-1234/files/...}. */
    SOCRATA_FILE("socrata-file", AccessKind.DOWNLOAD),
    /** {@code /dataset/name}. */
    CKAN_DATASET("ckan-dataset", AccessKind.VIEW),
    /** {@code /dataset/name/resource/uuid}. */
    CKAN_RESOURCE("ckan-resource", AccessKind.VIEW),
    /** {@code /dataset/name/resource/uuid/download/file.csv}, {@code /dataset/name/download/file.csv}. */
    CKAN_DOWNLOAD("ckan-download", AccessKind.DOWNLOAD),
    /** {@code /datastore/dump/uuid}. */
    CKAN_DUMP("ckan-dump", AccessKind.DOWNLOAD),
    /** {@code /api/3/action/datastore_search?resource_id=uuid} and its kin. */
    CKAN_ACTION("ckan-action", AccessKind.API),
    /** {@code /datasets/item_0}, {@code /datasets/org::name/about}, {@code /maps/item}. */
    ARCGIS_PAGE("arcgis-page", AccessKind.VIEW),
    /** {@code /home/item.html?id=item} and the viewers of the same site. */
    ARCGIS_ITEM("arcgis-item", AccessKind.VIEW),
    /** {@code /datasets/item_0.geojson}. */
    ARCGIS_FILE("arcgis-file", AccessKind.DOWNLOAD),
    /** {@code /api/v3/datasets/item_0/downloads/data}, {@code /api/download/v1/items/item/csv}. */
    ARCGIS_DOWNLOAD("arcgis-download", AccessKind.DOWNLOAD),
    /** {@code /api/v3/datasets/item_0}, {@code /sharing/rest/content/items/item}. */
    ARCGIS_API("arcgis-api", AccessKind.API),
    /** {@code /explore/dataset/id/table/}. */
    ODS_PAGE("ods-page", AccessKind.VIEW),
    /** {@code /explore/dataset/id/download/}. */
    ODS_DOWNLOAD("ods-download", AccessKind.DOWNLOAD),
    /** {@code /api/explore/v2.1/catalog/datasets/id/records}, {@code /api/datasets/1.0/id/}. */
    ODS_API("ods-api", AccessKind.API),
    /** {@code /api/explore/v2.1/catalog/datasets/id/exports/csv}. */
    ODS_EXPORT("ods-export", AccessKind.DOWNLOAD),
    /** {@code /api/records/1.0/search/?dataset=id}. */
    ODS_RECORDS("ods-records", AccessKind.API),
    /** {@code /datasets/name/}, with or without a language before it. */
    UDATA_PAGE("udata-page", AccessKind.VIEW),
    /** {@code /datasets/r/uuid}: the permalink of a file. */
    UDATA_PERMALINK("udata-permalink", AccessKind.DOWNLOAD),
    /** {@code /api/1/datasets/id/}, {@code /api/2/datasets/resources/uuid/}. */
    UDATA_API("udata-api", AccessKind.API),
    /** {@code /resources/name/20260101-120000/file.csv} of the host that keeps files. */
    UDATA_STATIC("udata-static", AccessKind.DOWNLOAD);

    private final String rule;
    private final AccessKind access;

    AddressForm(String rule, AccessKind access) {
        this.rule = rule;
        this.access = access;
    }

    /** The name of the rule that knows this form. */
    public String rule() {
        return rule;
    }

    /** What a request for such an address is. */
    public AccessKind access() {
        return access;
    }

    /** Whether a program asks it for data, rather than a person for a page. */
    public boolean isData() {
        return access != AccessKind.VIEW;
    }
}
