package net.sociallook.registry.listing;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;

/**
 * What a resource of the directory can be found by. Alternatives are separated by commas.
 *
 * @see <a href="https://hl7.org/fhir/R4/search.html#escaping">FHIR R4, search, values</a>
 */
enum SearchParameter {
  /** The beginning of the name or of a word in it; case and accents do not matter. */
  NAME("name", "string") {
    @Override
    Predicate<Listed> matching(String value) {
      String wanted = NameText.of(value);
      if (wanted.isBlank()) {
        throw new Refused(Problem.MALFORMED, "name: no letter (expected: a part of a name)");
      }
      return one -> one.name().map(NameText::of).filter(name -> name.contains(wanted)).isPresent();
    }
  },
  TYPE("type", "token") {
    @Override
    Predicate<Listed> matching(String value) {
      return coded(value);
    }
  },
  SERVICE_TYPE("service-type", "token") {
    @Override
    Predicate<Listed> matching(String value) {
      return coded(value);
    }
  },
  ORGANIZATION("organization", "reference") {
    @Override
    Predicate<Listed> matching(String value) {
      Optional<String> id = Optional.of(value.replaceFirst("^Organization/", ""));
      return one -> one.organization().equals(id);
    }
  };

  private final String code;
  private final String type;

  SearchParameter(String code, String type) {
    this.code = code;
    this.type = type;
  }

  String code() {
    return code;
  }

  /** Code of the FHIR value set search-param-type. */
  String type() {
    return type;
  }

  /** Of the alternatives, one matches. */
  Predicate<Listed> anyOf(String value) {
    return alternatives(value).stream().map(this::matching).reduce(Predicate::or).orElseThrow();
  }

  abstract Predicate<Listed> matching(String value);

  /** {@code code}, {@code system|code}, or {@code system|}. */
  private static Predicate<Listed> coded(String value) {
    int bar = value.indexOf('|');
    if (bar < 0) {
      return one -> one.codes().stream().anyMatch(code -> code.code().equals(value));
    }
    String system = value.substring(0, bar);
    String code = value.substring(bar + 1);
    return one ->
        one.codes().stream()
            .filter(has -> has.system().equals(system))
            .anyMatch(has -> code.isEmpty() || has.code().equals(code));
  }

  /** Parts between commas; a comma behind a backslash belongs to its part. */
  static List<String> alternatives(String value) {
    return java.util.Arrays.stream(value.split("(?<!\\\\),", -1))
        .map(part -> part.replace("\\,", ","))
        .toList();
  }
}
