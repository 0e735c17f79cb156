package net.sociallook.gateway.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.sociallook.consent.ResourceType;

/** Reads the text of an allow-list; the form is explained at its top. */
final class AllowListReader {
  private static final Map<String, Leaf> PRIMITIVES =
      Map.ofEntries(
          Map.entry("string", Leaf.TEXT),
          Map.entry("code", Leaf.TEXT),
          Map.entry("uri", Leaf.TEXT),
          Map.entry("markdown", Leaf.TEXT),
          Map.entry("id", Leaf.ID),
          Map.entry("date", Leaf.TIME),
          Map.entry("dateTime", Leaf.TIME),
          Map.entry("instant", Leaf.TIME),
          Map.entry("base64Binary", Leaf.BASE64),
          Map.entry("boolean", Leaf.BOOLEAN),
          Map.entry("integer", Leaf.INTEGER),
          Map.entry("unsignedInt", Leaf.INTEGER),
          Map.entry("positiveInt", Leaf.INTEGER),
          Map.entry("decimal", Leaf.DECIMAL));

  private final Map<String, Fields> types = new HashMap<>();
  private final Map<String, AllowList.Listed> resources = new HashMap<>();

  private AllowListReader() {}

  /**
   * @throws IllegalArgumentException if the text is not of the form; says in which block
   */
  static AllowList read(String text) {
    AllowListReader reader = new AllowListReader();
    for (String block : text.replaceAll("(?m)^#.*\n", "").strip().split("\n\\s*\n")) {
      reader.block(block.strip().lines().map(String::strip).toList());
    }
    Fields meta = reader.types.get("Meta");
    if (meta == null) {
      throw new IllegalArgumentException("allow-list: no type Meta (expected: one)");
    }
    return new AllowList(reader.resources, meta);
  }

  private void block(List<String> lines) {
    String[] head = lines.getFirst().split("\\s+");
    List<Fields.Field> fields = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      fields.add(field(line.split("\\s+")));
    }
    // FHIR lets it stand in any element; it can negate whatever it stands in.
    fields.add(new Fields.Field("modifierExtension", new Shape.Refuses(), false, false));
    if (head.length != 2 || names(fields).size() != fields.size()) {
      throw malformed(lines.getFirst());
    }
    switch (head[0]) {
      case "type" -> types.put(head[1], new Fields(fields));
      case "resource" -> resources.put(head[1], listed(head[1], fields));
      default -> throw malformed(lines.getFirst());
    }
  }

  private static AllowList.Listed listed(String type, List<Fields.Field> fields) {
    Optional<Name> client =
        fields.stream()
            .filter(field -> field.shape() instanceof Shape.Client)
            .map(field -> Name.of(field.name()))
            .findFirst();
    ResourceType known = ResourceType.ofCode(type);
    if (known.hasClient() != client.isPresent()) {
      throw malformed(type);
    }
    return new AllowList.Listed(known, new Fields(fields), client);
  }

  private static Set<String> names(List<Fields.Field> fields) {
    return fields.stream().map(Fields.Field::name).collect(Collectors.toSet());
  }

  private Fields.Field field(String[] words) {
    if (words.length < 2) {
      throw malformed(words[0]);
    }
    String name = words[0].replaceAll("[\\[\\]!]", "");
    boolean repeats = words[0].contains("[]");
    boolean required = words[0].endsWith("!");
    return new Fields.Field(name, shape(words), repeats, required);
  }

  private Shape shape(String[] words) {
    String shape = words[1];
    if (words.length > 2 && !shape.equals("reference")) {
      throw malformed(words[0]);
    }
    return switch (shape) {
      case "client" -> new Shape.Client();
      case "reference" -> new Shape.Reference(Set.of(Arrays.copyOfRange(words, 2, words.length)));
      case "label" -> new Shape.Label();
      case "own-binary" -> new Shape.OwnBinary();
      case "hides" -> new Shape.Hides();
      case "refuses" -> new Shape.Refuses();
      default -> primitiveOrType(shape);
    };
  }

  private Shape primitiveOrType(String name) {
    Shape found = PRIMITIVES.containsKey(name) ? PRIMITIVES.get(name) : types.get(name);
    if (found == null) {
      throw malformed(name);
    }
    return found;
  }

  private static IllegalArgumentException malformed(String where) {
    return new IllegalArgumentException(
        "allow-list: " + where + " (expected: of the form explained at its top)");
  }
}
