package net.sociallook.gateway.filter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.sociallook.consent.InstitutionKind;
import net.sociallook.consent.Interaction;
import net.sociallook.consent.Operation;
import net.sociallook.consent.Permission;
import net.sociallook.consent.ResourceId;
import net.sociallook.consent.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * What the filter makes of one resource of each type beside DocumentReference: {@code
 * kinds/TYPE.txt}.
 *
 * <p>A case is: "== TYPE: what it shows", the resource given, then one or more of "-> released"
 * with what comes out, or "-> withheld"; each "to" a kind of recipient, "to others" than benefit
 * authorities, or to anybody. HOLDER and RECIPIENT stand for the client's pseudonyms, OTHER for
 * another client's, META for the obligations that come with every release. It is {@link
 * Answers#NOW}; cw-001 of jobcenter-nordhausen asks. In what comes out, line breaks do not count.
 */
final class KindCases {
  private static final String ACTS = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
  private static final String META =
      "\"meta\":{\"security\":[{\"system\":\"%1$s\",\"code\":\"NOREUSE\"},{\"system\":\"%1$s\",\"code\":\"NORDSCLCD\"}]}"
          .formatted(ACTS);

  private KindCases() {}

  /**
   * @param released empty where it is withheld
   */
  record Case(
      String name, ResourceType type, InstitutionKind recipient, String given, String released) {
    Terms terms() {
      return KindCases.terms(type, recipient);
    }

    ResourceFilter filter(AllowList list, ReleaseRule rule) {
      return new ResourceFilter(terms(), asked(), list, rule);
    }

    ResourceId asked() {
      return new ResourceId(type == ResourceType.PATIENT ? Answers.AT_RECIPIENT : "x-1");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Terms terms(ResourceType type, InstitutionKind recipient) {
    Permission permission =
        Stream.of(Permission.values())
            .filter(one -> one.types().contains(type))
            .findFirst()
            .orElseThrow();
    return Answers.granted(permission, new Operation(type, Interaction.READ), recipient);
  }

  static List<Case> all() {
    return Stream.of(ResourceType.values())
        .flatMap(type -> Optional.ofNullable(resource(type)).stream())
        .flatMap(KindCases::read)
        .toList();
  }

  private static @Nullable InputStream resource(ResourceType type) {
    return KindCases.class.getResourceAsStream("kinds/" + type.code() + ".txt");
  }

  private static Stream<Case> read(InputStream file) {
    try (file) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.split("(?m)^== ")).skip(1).flatMap(KindCases::parse);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Case> parse(String text) {
    String[] parts = text.split("\n-> ");
    String[] head = parts[0].split("\n", 2);
    ResourceType type = ResourceType.ofCode(head[0].split(":")[0]);
    return Stream.of(parts)
        .skip(1)
        .flatMap(then -> {
          String[] lines = (then + "\n").split("\n", 2);
          String[] words = lines[0].strip().split(" to ");
          String released = words[0].equals("released") ? fill(lines[1]) : "";
          return recipients(words.length > 1 ? words[1] : "anybody")
              .map(recipient ->
                  new Case(
                      head[0] + ", to " + recipient.code(),
                      type,
                      recipient,
                      fill(head[1]),
                      released));
        });
  }

  private static Stream<InstitutionKind> recipients(String words) {
    return switch (words) {
      case "anybody" -> Stream.of(InstitutionKind.values());
      case "others" ->
          Stream.of(InstitutionKind.values())
              .filter(kind -> kind != InstitutionKind.BENEFIT_AUTHORITY);
      default -> Stream.of(InstitutionKind.ofCode(words));
    };
  }

  private static String fill(String text) {
    return text.replace("\n", "")
        .replace("HOLDER", Answers.AT_HOLDER)
        .replace("RECIPIENT", Answers.AT_RECIPIENT)
        .replace("OTHER", Answers.OTHER_CLIENT)
        .replace("META", META);
  }
}
