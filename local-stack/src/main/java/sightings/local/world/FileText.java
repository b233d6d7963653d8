package sightings.local.world;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import sightings.local.world.CityFile.Kind;
import sightings.local.world.CityFile.Line;

/** Writes the files of the sample's repositories: neutral lines of ours around recorded addresses, at their lines. */
enum FileText {
    PYTHON("# ") {
        @Override
        String url(Line line) {
            return line.value().contains("/resource/")
                    ? "rows_%d = requests.get(\"%s\").json()".formatted(line.line(), line.value())
                    : "table_%d = pandas.read_csv(\"%s\")".formatted(line.line(), line.value());
        }

        @Override
        String host(Line line) {
            return "client = Socrata(\"%s\", None)".formatted(line.value());
        }

        @Override
        String id(Line line) {
            return "rows_%d = client.get(\"%s\")".formatted(line.line(), line.value());
        }
    },
    R("# ") {
        @Override
        String url(Line line) {
            return "table_%d <- read.%s(\"%s\")"
                    .formatted(line.line(), line.value().contains("/resource/") ? "socrata" : "csv", line.value());
        }

        @Override
        String host(Line line) {
            return "portal <- \"https://%s\"".formatted(line.value());
        }

        @Override
        String id(Line line) {
            return "table_%d <- read.socrata(hostname = portal, resourcePath = \"%s\")"
                    .formatted(line.line(), line.value());
        }
    },
    RUBY("# ") {
        @Override
        String url(Line line) {
            return "source_%d = \"%s\"".formatted(line.line(), line.value());
        }
    },
    SCRIPT("// ") {
        @Override
        String url(Line line) {
            return "const source%d = \"%s\";".formatted(line.line(), line.value());
        }
    },
    GO("// ") {
        @Override
        String url(Line line) {
            return "var source%d = \"%s\"".formatted(line.line(), line.value());
        }
    },
    SHELL("# ") {
        @Override
        String url(Line line) {
            return "curl --location --output table-%d '%s'".formatted(line.line(), line.value());
        }

        @Override
        String host(Line line) {
            return "PORTAL=https://" + line.value();
        }

        @Override
        String id(Line line) {
            return "DATASET_%d=%s".formatted(line.line(), line.value());
        }
    },
    MAKE("# ") {
        @Override
        String url(Line line) {
            return "\tcurl --location --output table-%d '%s'".formatted(line.line(), line.value());
        }
    },
    SETTINGS("# ") {
        @Override
        String url(Line line) {
            return "source_%d: %s".formatted(line.line(), line.value());
        }
    },
    JSON("", "[", "]") {
        @Override
        String url(Line line) {
            return "{\"source\": \"%s\"}".formatted(line.value());
        }
    },
    JSON_LINES("") {
        @Override
        String url(Line line) {
            return "{\"source\": \"%s\"}".formatted(line.value());
        }
    },
    NOTEBOOK(
            "",
            "{\"cells\": [{\"cell_type\": \"code\", \"metadata\": {}, \"outputs\": [], \"execution_count\": null, \"source\": [",
            "]}], \"metadata\": {\"language_info\": {\"name\": \"python\"}}, \"nbformat\": 4, \"nbformat_minor\": 5}") {
        @Override
        String url(Line line) {
            return "\"table_%d = pandas.read_csv('%s')\\n\"".formatted(line.line(), line.value());
        }
    },
    TABLE("") {
        @Override
        String url(Line line) {
            return "%d,\"%s\"".formatted(line.line(), line.value());
        }
    },
    PAGE("<!-- ") {
        @Override
        String url(Line line) {
            return "<p><a href=\"%s\">A dataset of the city</a></p>".formatted(line.value());
        }

        @Override
        String host(Line line) {
            return "<p><a href=\"https://%s/\">The city's data portal</a></p>".formatted(line.value());
        }

        @Override
        String id(Line line) {
            return "<p>Dataset %s of the city's portal</p>".formatted(line.value());
        }
    },
    PROSE("<!-- ") {
        @Override
        String url(Line line) {
            return "- [A dataset of the city](%s)".formatted(line.value());
        }

        @Override
        String host(Line line) {
            return "- [The city's data portal](https://%s/)".formatted(line.value());
        }

        @Override
        String id(Line line) {
            return "- Dataset %s of the city's portal".formatted(line.value());
        }
    };

    private final String comment;
    private final String opening;
    private final String closing;

    FileText(String comment) {
        this(comment, "", "");
    }

    /** A file whose lines are the elements of one JSON array between an opening and a closing. */
    FileText(String comment, String opening, String closing) {
        this.comment = comment;
        this.opening = opening;
        this.closing = closing;
    }

    abstract String url(Line line);

    /** A line that names the portal only. */
    String host(Line line) {
        return url(new Line(line.line(), Kind.URL, "https://" + line.value(), line.disabled()));
    }

    /** A line that names a dataset by its bare id. */
    String id(Line line) {
        return url(line);
    }

    static String of(CityFile file) {
        var style = style(file);
        var byLine = file.lines().stream().collect(Collectors.groupingBy(Line::line));
        int last = file.lines().stream().mapToInt(Line::line).max().orElse(0);
        var text = new ArrayList<String>();
        for (int number = 1; number <= last; number++) {
            var line = style.line(byLine.getOrDefault(number, List.of()));
            boolean more = !line.isEmpty() && number < last && !style.closing.isEmpty();
            text.add((number == 1 ? style.opening : "") + line + (more ? "," : ""));
        }
        return String.join("\n", text) + style.closing + "\n";
    }

    private String line(List<Line> lines) {
        var together = lines.stream()
                .map(line -> switch (line.kind()) {
                    case URL -> url(line);
                    case HOST -> host(line);
                    case ID -> id(line);
                })
                .collect(Collectors.joining(between()));
        boolean disabled = !lines.isEmpty() && lines.stream().allMatch(Line::disabled);
        return disabled ? comment + together : together;
    }

    private String between() {
        return switch (this) {
            case JSON, NOTEBOOK -> ", ";
            case PROSE, PAGE, TABLE, JSON_LINES -> " ";
            default -> "; ";
        };
    }

    private static FileText style(CityFile file) {
        return switch (file.extension()) {
            case "py" -> PYTHON;
            case "r", "rmd" -> R;
            case "rb", "rake" -> RUBY;
            case "js", "jsx", "ts", "java" -> SCRIPT;
            case "go" -> GO;
            case "sh", "bat" -> SHELL;
            case "yml", "yaml", "conf", "example", "env" -> SETTINGS;
            case "json" -> JSON;
            case "ndjson" -> JSON_LINES;
            case "ipynb" -> NOTEBOOK;
            case "csv" -> TABLE;
            case "html", "erb", "haml", "fxml" -> PAGE;
            default -> file.name().equals("Makefile") ? MAKE : PROSE;
        };
    }
}
