package net.sociallook.gateway.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.RuntimeChildPrimitiveEnumerationDatatypeDefinition;
import ca.uhn.fhir.model.api.annotation.Child;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DocumentReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowListTest {
  private static final String META = "type Meta\n  versionId id\n\n";

  static String text() {
    try (InputStream in = AllowList.class.getResourceAsStream("allow-list.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The blocks, each as its lines; the first line is the head. */
  private static List<List<String[]>> blocks() {
    return Stream.of(text().replaceAll("(?m)^#.*\n", "").strip().split("\n\n"))
        .map(block ->
            block
                .lines()
                .filter(line -> !line.strip().startsWith("rule "))
                .map(line -> line.strip().split("\\s+"))
                .toList())
        .toList();
  }

  @Test
  void everyElementExistsInR4WithThisTypeAndCardinality() {
    for (List<String[]> block : blocks()) {
      BaseRuntimeElementCompositeDefinition<?> defined = definition(block.getFirst()[1]);
      for (String[] line : block.subList(1, block.size())) {
        String name = line[0].replaceAll("[\\[\\]!]", "");
        BaseRuntimeChildDefinition child = defined.getChildByName(name);
        assertThat(child).as(block.getFirst()[1] + "." + name).isNotNull();
        assertThat(line[0].contains("[]")).as(name).isEqualTo(child.getMax() != 1);
        assertThat(line[1]).as(name).isIn(typesOf(child, name));
      }
    }
  }

  @Test
  void everyCodeThatR4BindsToAListIsBoundToTheSameList() {
    for (List<String[]> block : blocks()) {
      BaseRuntimeElementCompositeDefinition<?> defined = definition(block.getFirst()[1]);
      for (String[] line : block.subList(1, block.size())) {
        String name = line[0].replaceAll("[\\[\\]!]", "");
        Set<String> listed =
            line[1].equals("code") ? Set.of(Arrays.copyOfRange(line, 2, line.length)) : Set.of();
        assertThat(listed).as(block.getFirst()[1] + "." + name).isEqualTo(bound(defined, name));
      }
    }
  }

  private static Set<String> bound(BaseRuntimeElementCompositeDefinition<?> defined, String name) {
    return defined.getChildByName(name)
            instanceof RuntimeChildPrimitiveEnumerationDatatypeDefinition bound
        ? Set.copyOf(FullDocument.codes(bound))
        : Set.of();
  }

  @Test
  void everyElementThatR4DemandsIsDemanded() {
    for (List<String[]> block : blocks()) {
      List<String> demanded =
          block.stream()
              .skip(1)
              .filter(line -> line[0].endsWith("!"))
              .map(line -> line[0].replaceAll("[\\[\\]!]", ""))
              .toList();
      definition(block.getFirst()[1]).getChildren().stream()
          .filter(child -> child.getMin() > 0)
          .forEach(child ->
              assertThat(demanded)
                  .as(block.getFirst()[1])
                  .anyMatch(name -> name.startsWith(child.getElementName().replace("[x]", ""))));
    }
  }

  private static BaseRuntimeElementCompositeDefinition<?> definition(String path) {
    String[] parts = path.split("\\.");
    BaseRuntimeElementCompositeDefinition<?> defined =
        Character.isUpperCase(parts[0].charAt(0)) && isResource(parts[0])
            ? FullDocument.R4.getResourceDefinition(parts[0])
            : (BaseRuntimeElementCompositeDefinition<?>)
                FullDocument.R4.getElementDefinition(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      defined =
          (BaseRuntimeElementCompositeDefinition<?>)
              defined.getChildByName(parts[i]).getChildByName(parts[i]);
    }
    return defined;
  }

  private static boolean isResource(String name) {
    return FullDocument.R4.getResourceTypes().contains(name);
  }

  private static List<String> typesOf(BaseRuntimeChildDefinition child, String name) {
    String type = child.getChildByName(name).getName();
    return switch (type) {
      case "Reference" -> List.of("client", "reference", "party", "client-or");
      case "CodeableConcept" -> List.of("CodeableConcept", "label");
      case "url" -> List.of("own-binary");
      default ->
          Stream.concat(
                  Stream.of(type, "refuses", "hides"),
                  blocks().stream().map(block -> block.getFirst()[1]).filter(b -> b.contains(".")))
              .toList();
    };
  }

  /** An element that can change the meaning of others is either shown or withholds them. */
  @Test
  void noElementThatModifiesOthersIsDropped() {
    for (List<String[]> block : blocks()) {
      List<String> named =
          block.stream().skip(1).map(line -> line[0].replaceAll("[\\[\\]!]", "")).toList();
      Class<?> type = definition(block.getFirst()[1]).getImplementingClass();
      modifiers(type)
          .filter(name -> !name.equals("modifierExtension"))
          .forEach(name ->
              // of a choice, each of its types
              assertThat(named).as(block.getFirst()[1]).anyMatch(line -> line.startsWith(name)));
    }
    assertThat(modifiers(DocumentReference.class)).contains("status", "implicitRules");
  }

  private static Stream<String> modifiers(Class<?> type) {
    return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
        .flatMap(level -> Stream.of(level.getDeclaredFields()))
        .filter(field -> field.isAnnotationPresent(Child.class))
        .map(field -> field.getAnnotation(Child.class))
        .filter(Child::modifier)
        .map(Child::name);
  }

  @Test
  void theDocumentedListIsTheListInForce() throws IOException {
    String documented = Files.readString(Path.of("../docs/filter.md"));
    String inForce = text().replaceAll("(?m)^#.*\n", "").strip();

    assertThat(documented).contains("```\n" + inForce + "\n```");
  }

  @Test
  void theDocumentedLabelsAreTheLabelsInForce() throws IOException {
    String documented = Files.readString(Path.of("../docs/filter.md"));
    Map<SecurityLabel.Effect, List<String>> inForce = SecurityLabel.byEffect();

    inForce.forEach((effect, codes) ->
        assertThat(documented)
            .contains("| " + effect.name().toLowerCase() + " | `" + String.join(" ", codes)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type A\n  a Unknown",
        "type A\n  a string more",
        "type A\n  a",
        "type A\n  a string\n  a code",
        "type\n  a string",
        "thing A\n  a string",
        "resource Unknown\n  subject client",
        "resource DocumentReference\n  status code",
        "resource Slot\n  subject client",
        "resource Goal client\n  subject client",
        "resource Goal\n  subject party Patient",
        "resource Patient herself\n  active boolean",
        "type A\n  a string not-to-anybody",
        "type A\n  a string\n  rule one b c",
        "type A\n  a string\n  b string\n  rule some a b",
        "type A\n  a string\n  b string\n  rule order a",
        "type A\n  a string\n  b string\n  rule needs a c",
      })
  void aMalformedListIsRefused(String block) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AllowListReader.read(META + block + "\n"));
  }

  @Test
  void aListWithoutMetaIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AllowListReader.read("type A\n  a string\n"));
  }
}
