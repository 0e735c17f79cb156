package net.sociallook.gateway.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
          "quantity", List.of(".comparator", ".unit", ".system", ".code"));

  /** What must have a meaning for the resource to be released at all. */
  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry("id", "\"x-1\""),
          Map.entry("meta.versionId", "\"1\""),
          Map.entry(
              "meta.security", "{\"system\":\"" + SecurityLabel.LEVELS + "\",\"code\":\"N\"}"),
          Map.entry("subject.reference", "\"Patient/" + Answers.AT_HOLDER + "\""),
          Map.entry("for.reference", "\"Patient/" + Answers.AT_HOLDER + "\""),
          Map.entry("participant.actor.reference", "\"Location/l-1\""),
          Map.entry("slot.reference", "\"Slot/s-1\""),
          Map.entry("schedule.reference", "\"Schedule/s-1\""),
          Map.entry("actor.reference", "\"Location/l-1\""),
          Map.entry("goal.reference", "\"Goal/g-1\""),
          Map.entry("focus.reference", "\"ServiceRequest/s-1\""),
          Map.entry("expressedBy.reference", "\"Practitioner/p-1\""),
          Map.entry("author.reference", "\"Organization/o-1\""),
          Map.entry("requester.reference", "\"PractitionerRole/p-1\""),
          Map.entry("performer.reference", "\"Organization/o-1\""),
          // of each of its fifty types it would be more than an answer may hold
          Map.entry("input", "{\"valueString\":\"<<Task.input>>\"}"),
          Map.entry("output", "{\"valueString\":\"<<Task.output>>\"}"),
          Map.entry("owner.reference", "\"Organization/o-1\""),
          Map.entry("sender.reference", "\"Organization/jobcenter-nordhausen\""),
          Map.entry("recipient.reference", "\"Organization/o-1\""));

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

  private static String filled(ResourceType type) {
    String code = type.code();
    Map<String, String> given = new HashMap<>();
    MEANINGS.forEach((path, value) -> given.put(code + "." + path, value));
    if (type == ResourceType.APPOINTMENT) {
      given.put("Appointment.start", "\"2026-12-01T09:00:00Z\"");
    }
    if (type == ResourceType.SLOT) {
      given.put("Slot.status", "\"free\"");
    }
    if (type == ResourceType.PATIENT) {
      given.put("Patient.id", "\"" + Answers.AT_HOLDER + "\"");
    }
    String json =
        new FullDocument(given, Set.of(code + ".implicitRules", code + ".link")).json(code);
    String client =
        "{\"actor\":{\"reference\":\"Patient/" + Answers.AT_HOLDER + "\"},\"status\":\"accepted\"}";
    return json.replaceFirst("\"participant\":\\[", "$0" + client + ",");
  }

  private static String released(Expected expected, AllowList list) {
    boolean herself = expected.type() == ResourceType.PATIENT;
    ResourceFilter filter =
        new ResourceFilter(
            KindCases.terms(expected.type(), expected.recipient()),
            new ResourceId(herself ? Answers.AT_RECIPIENT : "x-1"),
            list,
            ConsentPolicy::release);
    return Answers.filtered(filter, filled(expected.type()));
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
    // the text of a Slot is its meaning
    paths.removeIf(path -> expected.type() == ResourceType.SLOT && path.equals("status"));

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
