package net.sociallook.registry.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import net.sociallook.consent.Block;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.ResourceId;
import org.jspecify.annotations.Nullable;

/** A block as it is written in JSON; of the members below the kind, those that the kind has. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BlockForm(
    String kind,
    @Nullable String institution,
    @Nullable String holder,
    @Nullable String document,
    @Nullable String caseworker,
    @Nullable String code) {

  public BlockForm {
    Objects.requireNonNull(kind);
  }

  /** Nobody may do anything. */
  public static BlockForm everything() {
    return new BlockForm(Kind.EVERYTHING.code(), null, null, null, null, null);
  }

  enum Kind {
    EVERYTHING,
    INSTITUTION,
    DOCUMENT,
    PERSON,
    SENSITIVITY;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind ofCode(String code) {
      return Arrays.stream(values())
          .filter(kind -> kind.code().equals(code))
          .findFirst()
          .orElseThrow(() ->
              new IllegalArgumentException(
                  "kind: unknown (expected: everything, institution, document, person or"
                      + " sensitivity)"));
    }
  }

  /**
   * @throws IllegalArgumentException if members are missing, wrong or too many
   */
  Block toBlock() {
    return switch (Kind.ofCode(kind)) {
      case EVERYTHING -> {
        requireAbsent(institution, holder, document, caseworker, code);
        yield new Block.Everything();
      }
      case INSTITUTION -> {
        requireAbsent(holder, document, caseworker, code);
        yield new Block.Institution(new InstitutionId(id("institution", institution)));
      }
      case DOCUMENT -> {
        requireAbsent(institution, caseworker, code);
        yield new Block.Document(
            new InstitutionId(id("holder", holder)), new ResourceId(id("document", document)));
      }
      case PERSON -> {
        requireAbsent(institution, holder, document, code);
        yield new Block.Person(new CaseworkerId(id("caseworker", caseworker)));
      }
      case SENSITIVITY -> {
        requireAbsent(institution, holder, document, caseworker);
        yield new Block.Sensitivity(id("code", code));
      }
    };
  }

  private static String id(String name, @Nullable String value) {
    return ProvisionForm.id(name, ProvisionForm.given(name, value));
  }

  private static void requireAbsent(@Nullable String... members) {
    List<@Nullable String> all = Arrays.asList(members);
    if (all.stream().anyMatch(Objects::nonNull)) {
      throw new IllegalArgumentException("members: too many (expected: those of the kind)");
    }
  }
}
