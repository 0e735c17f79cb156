package net.sociallook.testbed;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds HTTP answers against an OpenAPI 3.1 document of {@code openapi/}. */
public final class OpenApiContract {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final String name;
  private final JsonNode document;
  private final SchemaRegistry schemas;

  private OpenApiContract(String name, JsonNode document) {
    this.name = name;
    this.document = document;
    this.schemas =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of(address(), JSON.writeValueAsString(document))));
  }

  /**
   * @param name of a file in {@code openapi/}, for example {@code gateway.yaml}
   */
  public static OpenApiContract of(String name) {
    try (InputStream in = OpenApiContract.class.getResourceAsStream("/openapi/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("contract: " + name + " (expected: a file in openapi/)");
      }
      return new OpenApiContract(name, YAMLMapper.shared().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The document itself, for tests that compare code lists with it. */
  public JsonNode document() {
    return document;
  }

  /**
   * Checks one answer.
   *
   * @param path without query
   * @param contentType as received, with or without parameters; empty when there is no body
   * @throws AssertionError if the contract does not have this path, method or status, or says
   *     something else of the body
   */
  public void check(String method, String path, int status, String contentType, String body) {
    String where = name + ": " + method + " " + path + " " + status;
    String template =
        template(method, path)
            .orElseThrow(() -> new AssertionError(where + ": not in the contract"));
    String pointer =
        "/paths/" + escaped(template) + "/" + method.toLowerCase(Locale.ROOT) + "/responses";
    JsonNode responses = document.at(pointer);
    String key = responses.has(Integer.toString(status)) ? Integer.toString(status) : "default";
    String at = resolve(pointer + "/" + key);
    JsonNode response = document.at(at);
    if (response.isMissingNode()) {
      throw new AssertionError(where + ": status not in the contract");
    }
    checkBody(where, at, contentType.replaceFirst(";.*", "").strip(), body);
  }

  private void checkBody(String where, String at, String mediaType, String body) {
    JsonNode content = document.at(at + "/content");
    if (content.isMissingNode() || content.isEmpty()) {
      if (!body.isEmpty()) {
        throw new AssertionError(where + ": a body (expected: none)");
      }
      return;
    }
    if (content.has("*/*")) {
      return;
    }
    if (!content.has(mediaType)) {
      throw new AssertionError(
          where + ": content type " + mediaType + " (expected: " + content.propertyNames() + ")");
    }
    String schemaAt = at + "/content/" + escaped(mediaType) + "/schema";
    if (mediaType.endsWith("json") && !document.at(schemaAt).isMissingNode()) {
      Schema schema = schemas.getSchema(SchemaLocation.of(address() + "#" + schemaAt));
      List<Error> errors = validate(schema, where, body);
      if (!errors.isEmpty()) {
        throw new AssertionError(where + ": " + errors + "\n" + body);
      }
    }
  }

  private static List<Error> validate(Schema schema, String where, String body) {
    try {
      return schema.validate(body, InputFormat.JSON);
    } catch (UncheckedIOException e) {
      throw new AssertionError(where + ": not JSON\n" + body, e);
    }
  }

  /** The template with the fewest parameters that the path matches. */
  private Optional<String> template(String method, String path) {
    return document.get("paths").propertyNames().stream()
        .filter(template ->
            document.at("/paths/" + escaped(template)).has(method.toLowerCase(Locale.ROOT)))
        .filter(template -> pattern(template).matcher(path).matches())
        .min(Comparator.comparingLong(template -> template.chars().filter(c -> c == '{').count()));
  }

  private static Pattern pattern(String template) {
    return Pattern.compile(
        Pattern.compile("\\{[^}]+}|[^{]+")
            .matcher(template)
            .replaceAll(part ->
                part.group().startsWith("{")
                    ? "[^/]+"
                    : Matcher.quoteReplacement(Pattern.quote(part.group()))));
  }

  private String resolve(String pointer) {
    JsonNode reference = document.at(pointer).path("$ref");
    return reference.isString() ? resolve(reference.asString().substring(1)) : pointer;
  }

  private String address() {
    return "https://sociallook.net/openapi/" + name;
  }

  private static String escaped(String segment) {
    return segment.replace("~", "~0").replace("/", "~1");
  }
}
