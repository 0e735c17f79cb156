package net.sociallook.gateway.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sociallook.consent.ResourceType;

/** Reads the text of an allow-list; the form is explained at its top. */
final class AllowListReader {
  private static final Map<String, Leaf> PRIMITIVES =
      Map.ofEntries(
          Map.entry("string", Leaf.TEXT),
          Map.entry("code", Leaf.CODE),
          Map.entry("uri", Leaf.URI),
          Map.entry("markdown", Leaf.TEXT),
          Map.entry("id", Leaf.ID),
          Map.entry("date", Leaf.DATE),
          Map.entry("dateTime", Leaf.DATE_TIME),
          Map.entry("instant", Leaf.INSTANT),
          Map.entry("base64Binary", Leaf.BASE64),
          Map.entry("boolean", Leaf.BOOLEAN),
          Map.entry("integer", Leaf.INTEGER),
          Map.entry("unsignedInt", Leaf.UNSIGNED),
          Map.entry("positiveInt", Leaf.POSITIVE),
          Map.entry("decimal", Leaf.DECIMAL));

  private static final Set<String> WITH_TYPES = Set.of("reference", "party", "client-or", "code");
  private static final String RESTRICTED = " not-to-benefit-authorities";

  private final Map<String, Fields> types = new HashMap<>();
  private final Map<String, AllowList.Listed> resources = new HashMap<>();

  private final boolean forBenefitAuthorities;

  private AllowListReader(boolean forBenefitAuthorities) {
    this.forBenefitAuthorities = forBenefitAuthorities;
  }

  /**
   * @throws IllegalArgumentException if the text is not of the form; says in which block
   */
  static AllowList read(String text) {
    return read(text, new AllowListReader(false));
  }

  /**
   * Without the elements that could become the basis of a sanction.
   *
   * @throws IllegalArgumentException if the text is not of the form; says in which block
   */
  static AllowList readForBenefitAuthorities(String text) {
    return read(text, new AllowListReader(true));
  }

  private static AllowList read(String text, AllowListReader reader) {
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
    List<String> rules = new ArrayList<>();
    List<String> known = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith(RuleReader.BEGIN)) {
        rules.add(line);
        continue;
      }
      boolean restricted = line.endsWith(RESTRICTED);
      Fields.Field field = field(line.replace(RESTRICTED, "").split("\\s+"));
      known.add(field.name());
      if (!restricted || !forBenefitAuthorities) {
        fields.add(field);
      }
    }
    // FHIR lets it stand in any element; it can negate whatever it stands in.
    fields.add(new Fields.Field("modifierExtension", new Shape.Refuses(), false, false));
    boolean herself = head.length == 3 && head[2].equals("client");
    if ((head.length != 2 && !herself) || names(fields).size() != fields.size()) {
      throw malformed(lines.getFirst());
    }
    List<String> present = fields.stream().map(Fields.Field::name).toList();
    RuleReader reader = new RuleReader(known, present);
    Fields all = new Fields(fields, rules.stream().map(reader::read).toList());
    switch (head[0]) {
      case "type" -> types.put(head[1], all);
      case "resource" -> resources.put(head[1], listed(head[1], all, places(fields, herself)));
      default -> throw malformed(lines.getFirst());
    }
  }

  private static List<ClientPlace> places(List<Fields.Field> fields, boolean herself) {
    return Stream.concat(
            fields.stream().flatMap(AllowListReader::place),
            herself ? Stream.of(new ClientPlace.Herself()) : Stream.<ClientPlace>of())
        .toList();
  }

  private static AllowList.Listed listed(String type, Fields fields, List<ClientPlace> places) {
    ResourceType known = ResourceType.ofCode(type);
    if (places.size() != (known.hasClient() ? 1 : 0)) {
      throw malformed(type);
    }
    ClientPlace place = places.isEmpty() ? new ClientPlace.None() : places.getFirst();
    return new AllowList.Listed(known, fields, place);
  }

  private static Stream<? extends ClientPlace> place(Fields.Field field) {
    return switch (field.shape()) {
      case Shape.Client c -> Stream.of(new ClientPlace.Element(Name.of(field.name())));
      case Fields list ->
          list.client().stream()
              .map(element -> new ClientPlace.Among(Name.of(field.name()), element));
      case Leaf l -> Stream.of();
      case Shape.Special s -> Stream.of();
    };
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
    if (words.length > 2 && !WITH_TYPES.contains(shape)) {
      throw malformed(words[0]);
    }
    return switch (shape) {
      case "code" -> words.length > 2 ? new Shape.OneCode(types(words)) : Leaf.CODE;
      case "client" -> new Shape.Client();
      case "reference" -> new Shape.Reference(types(words));
      case "party" -> new Shape.Party(types(words));
      case "client-or" -> new Shape.ClientOr(new Shape.Party(types(words)));
      case "label" -> new Shape.Label();
      case "own-binary" -> new Shape.OwnBinary();
      case "hides" -> new Shape.Hides();
      case "refuses" -> new Shape.Refuses();
      default -> primitiveOrType(shape);
    };
  }

  private static Set<String> types(String[] words) {
    return Set.of(Arrays.copyOfRange(words, 2, words.length));
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
