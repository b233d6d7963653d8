package sightings.showcase.api;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Holds an answer to its schema in an OpenAPI 3.1 document, as far as this API uses schemas. */
final class SchemaCheck {

    private final JsonNode api;

    SchemaCheck(JsonNode api) {
        this.api = api;
    }

    /** What does not match, by path; empty where all does. */
    List<String> check(JsonNode schema, JsonNode value) {
        var wrong = new ArrayList<String>();
        check(schema, value, "$", wrong);
        return wrong;
    }

    private void check(JsonNode schema, JsonNode value, String path, List<String> wrong) {
        if (schema.has("$ref")) {
            check(api.at(schema.get("$ref").asString().substring(1)), value, path, wrong);
            return;
        }
        if (schema.has("type") && !types(schema).contains(typeOf(value)) && !isWholeNumber(schema, value)) {
            wrong.add(path + " is " + typeOf(value) + ", not " + schema.get("type"));
            return;
        }
        for (var name : schema.path("required")) {
            if (!value.has(name.asString())) {
                wrong.add(path + "." + name.asString() + " is missing");
            }
        }
        if (value.isObject()) {
            value.properties().forEach(field -> {
                var known = schema.path("properties").path(field.getKey());
                var more = schema.path("additionalProperties");
                if (!known.isMissingNode()) {
                    check(known, field.getValue(), path + "." + field.getKey(), wrong);
                } else if (more.isObject()) {
                    check(more, field.getValue(), path + "." + field.getKey(), wrong);
                } else if (schema.has("properties")) {
                    wrong.add(path + "." + field.getKey() + " is not described");
                }
            });
        }
        if (value.isArray() && schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                check(schema.get("items"), value.get(i), path + "[" + i + "]", wrong);
            }
        }
    }

    private static List<String> types(JsonNode schema) {
        var type = schema.get("type");
        var types = new ArrayList<String>();
        if (type.isArray()) {
            type.forEach(one -> types.add(one.asString()));
        } else {
            types.add(type.asString());
        }
        return types;
    }

    private static boolean isWholeNumber(JsonNode schema, JsonNode value) {
        return value.isIntegralNumber() && types(schema).contains("number");
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "array";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case OBJECT -> "object";
            case STRING -> "string";
            case BINARY, MISSING, POJO -> "nothing of JSON";
        };
    }
}
