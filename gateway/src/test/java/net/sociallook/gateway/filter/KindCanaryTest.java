package net.sociallook.gateway.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.sociallook.consent.ConsentPolicy;
import net.sociallook.consent.InstitutionKind;
import net.sociallook.consent.ResourceId;
import net.sociallook.consent.ResourceType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of a resource with every element of R4 filled, exactly the texts of canaries.txt come out. */
class KindCanaryTest {
  private static final Pattern CANARY = Pattern.compile("<<([^<>]*)>>");
  private static final Map<String, List<String>> TEXTS =
      Map.of(
          "", List.of(""),
          "cc",
              List.of(
                  ".text", ".coding.system", ".coding.version", ".coding.code", ".coding.display"),
          "quantity", List.of(".unit", ".system", ".code"));

  /**
   * @param paths of the texts that come out
   */
  record Expected(ResourceType type, InstitutionKind recipient, Set<String> paths) {
    @Override
    public String toString() {
      return type.code() + " to " + recipient.code();
    }
  }

  static List<Expected> expected() throws IOException {
    try (InputStream in = KindCanaryTest.class.getResourceAsStream("canaries.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<Expected> all = new ArrayList<>();
      for (String block : text.replaceAll("(?m)^#.*\n", "").strip().split("\n(?=[A-Z])")) {
        List<String> lines = block.lines().map(String::strip).toList();
        ResourceType type = ResourceType.ofCode(lines.getFirst());
        for (InstitutionKind kind : InstitutionKind.values()) {
          all.add(new Expected(type, kind, paths(lines.subList(1, lines.size()), kind)));
        }
      }
      return all;
    }
  }

  private static Set<String> paths(List<String> lines, InstitutionKind kind) {
    return lines.stream()
        .filter(line -> !line.startsWith("others") || kind != InstitutionKind.BENEFIT_AUTHORITY)
        .flatMap(line -> {
          String[] parts = line.contains(":") ? line.split(": ") : new String[] {"", line};
          List<String> texts = TEXTS.get(parts[0].replaceAll("others ?", ""));
          return Arrays.stream(parts[1].split(" "))
              .flatMap(path -> texts.stream().map(end -> path + end));
        })
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String released(Expected expected, AllowList list) {
    return FullResources.all(expected.type())
        .map(full -> released(expected, list, full))
        .collect(Collectors.joining());
  }

  private static String released(Expected expected, AllowList list, String full) {
    boolean herself = expected.type() == ResourceType.PATIENT;
    ResourceFilter filter =
        new ResourceFilter(
            KindCases.terms(expected.type(), expected.recipient()),
            new ResourceId(herself ? Answers.AT_RECIPIENT : "x-1"),
            list,
            ConsentPolicy::release);
    return Answers.filtered(filter, full);
  }

  private static AllowList listFor(Expected expected) {
    return AllowList.of(KindCases.terms(expected.type(), expected.recipient()));
  }

  private static Set<String> canaries(String released) {
    return CANARY
        .matcher(released)
        .results()
        .map(found -> found.group(1).replaceFirst("^[A-Za-z]+\\.", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @MethodSource("expected")
  void exactlyTheExpectedTextsComeOut(Expected expected) {
    Set<String> paths = new TreeSet<>(expected.paths());

    assertThat(canaries(released(expected, listFor(expected)))).isEqualTo(paths);
  }

  @ParameterizedTest
  @MethodSource("expected")
  void nothingOfTheClientsOtherNamesComesOut(Expected expected) {
    assertThat(released(expected, listFor(expected)))
        .contains(Answers.AT_RECIPIENT.substring(0, expected.type().hasClient() ? 32 : 0))
        .doesNotContain(Answers.AT_HOLDER);
  }

  @ParameterizedTest
  @MethodSource("expected")
  void aListWithNarrativeAndIdentifiersIsCaught(Expected expected) {
    String types = "type Identifier\n  value string\n\ntype Narrative\n  div string\n\n";
    String resource = "\nresource " + expected.type().code() + "( client)?\n";
    AllowList mutant =
        AllowListReader.read(
            types
                + AllowListTest.text()
                    .replaceFirst(resource, "$0  identifier[] Identifier\n  text Narrative\n"));

    assertThat(canaries(released(expected, mutant))).contains("identifier.value", "text.div");
  }
}
