package net.sociallook.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sociallook.consent.Interaction;
import net.sociallook.consent.Operation;
import net.sociallook.consent.Permission;
import net.sociallook.consent.ResourceType;
import org.junit.jupiter.api.Test;

/** {@code docs/search.md} is made of the one definition; {@code -Dguides=write} makes it anew. */
class SearchGuideTest {
  private static final Path GUIDE = Path.of("../docs/search.md");

  @Test
  void theGuideSaysWhatTheTableSays() throws IOException {
    if ("write".equals(System.getProperty("guides"))) {
      Files.writeString(GUIDE, guide());
    }

    assertThat(Files.readString(GUIDE)).isEqualTo(guide());
  }

  private static String guide() {
    return """
    # What can be read and searched

    Generated from `SearchTable` of the gateway; `mvn -pl gateway -am test -Dtest=SearchGuideTest -Dguides=write
    -Dsurefire.failIfNoSpecifiedTests=false` writes it anew. What is not in these tables is refused: 400 for a parameter or value, before anything
    reaches the holder.

    ## Types

    | type | read | search | permission |
    |---|---|---|---|
    %s

    `GET /fhir/{institution}/{type}/{id}` reads, `GET /fhir/{institution}/{type}?…` and `POST /fhir/{institution}/{type}/_search` search. A Binary is the file
    itself. A Patient is read by the caller's own pseudonym of the client; any other id is 404. Not every institution keeps every type: what it keeps of
    nobody is 404 with the code `kind-not-kept`.

    ## Parameters

    | type | parameter | form | values |
    |---|---|---|---|
    %s

    Also, for every search: `_count` (1 to 100), `_cursor` (as a `next` link gives it; stands alone), `_format` (`json`, `application/json`,
    `application/fhir+json`); and for every type but Schedule and Slot, which belong to nobody: `patient` (the caller's own pseudonym of the client, with or
    without `Patient/`; not needed, as the token says who; any other is 404).

    Each parameter stands once. There are no modifiers, chains, includes or sorts.

    | form | written as |
    |---|---|
    | codes | one or more of the values, separated by commas |
    | tokens | `code` or `system\\|code`, at most ten, separated by commas |
    | date | a year, month, day or instant, with `eq`, `gt`, `lt`, `ge` or `le` before it, or nothing |
    | schedule | `Schedule/id` or `id` |

    ## To benefit authorities

    A search for these values is refused with 403, and the attempt is recorded for the client to see:

    %s
    """
        .formatted(
            lines(
                Stream.of(ResourceType.values()).filter(SearchGuideTest::isServed),
                SearchGuideTest::type),
            lines(
                SearchTable.types().stream()
                    .flatMap(type ->
                        SearchTable.parameters(type).stream().map(one -> parameter(type, one))),
                line -> line),
            lines(
                SearchTable.types().stream()
                    .flatMap(type ->
                        SearchTable.parameters(type).stream()
                            .flatMap(one ->
                                one.sanctions().stream()
                                    .map(value ->
                                        "- "
                                            + type.code()
                                            + " `"
                                            + one.name()
                                            + "="
                                            + value
                                            + "`"))),
                line -> line));
  }

  private static <T> String lines(Stream<T> all, Function<T, String> line) {
    return all.map(line).collect(Collectors.joining("\n"));
  }

  private static boolean isServed(ResourceType type) {
    return type == ResourceType.BINARY || SearchTable.isRead(type);
  }

  private static String type(ResourceType type) {
    boolean searched = covers(type, Interaction.SEARCH).findAny().isPresent();
    return "| %s | yes | %s | %s |"
        .formatted(
            type.code(),
            searched ? "yes" : "",
            covers(type, Interaction.READ)
                .map(permission -> "`" + permission.code() + "`")
                .collect(Collectors.joining(", ")));
  }

  private static Stream<Permission> covers(ResourceType type, Interaction interaction) {
    return Stream.of(Permission.values())
        .filter(permission -> permission.covers(new Operation(type, interaction)));
  }

  private static String parameter(ResourceType type, SearchParameter one) {
    return "| %s | `%s` | %s | %s |"
        .formatted(
            type.code(),
            one.name(),
            one.form().name().toLowerCase(Locale.ROOT),
            one.values().stream().map(v -> "`" + v + "`").collect(Collectors.joining(" ")));
  }
}
