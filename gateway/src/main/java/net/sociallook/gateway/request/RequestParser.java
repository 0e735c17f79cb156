package net.sociallook.gateway.request;

import static net.sociallook.gateway.request.NotUnderstoodException.unless;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Interaction;
import net.sociallook.consent.Operation;
import net.sociallook.consent.ResourceId;
import net.sociallook.consent.ResourceType;

/** Reads requests. Stateless. */
public final class RequestParser {
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE");

  /** One form for every path: no encoding, no parameters, no empty or dotted segments. */
  private static final Pattern CANONICAL =
      Pattern.compile("/|(/(?!\\.{1,2}(/|$))[A-Za-z0-9._-]{1,64}){1,8}");

  private static final Pattern FHIR =
      Pattern.compile("/fhir/([a-z0-9-]{3,64})/([A-Za-z]{1,64})(?:/([A-Za-z0-9._-]{1,64}))?");

  private RequestParser() {}

  public static Parsed parse(RawRequest raw) {
    try {
      return new Parsed.Understood(read(raw));
    } catch (NotUnderstoodException e) {
      return new Parsed.NotUnderstood(e.misfit());
    }
  }

  private static FhirRequest read(RawRequest raw) {
    unless(METHODS.contains(raw.method()), Misfit.METHOD);
    unless(CANONICAL.matcher(raw.path()).matches(), Misfit.NOT_UNDERSTOOD);
    Matcher path = FHIR.matcher(raw.path());
    unless(path.matches(), Misfit.NOT_FOUND);
    InstitutionId holder = new InstitutionId(path.group(1));
    ResourceType type = type(path.group(2));
    Optional<String> last = Optional.ofNullable(path.group(3));
    return switch (raw.method()) {
      case "GET" ->
          last.isPresent()
              ? byId(raw, holder, type, last.get())
              : search(raw, holder, type, raw.query().orElse(""));
      case "POST" ->
          last.isPresent()
              ? postSearch(raw, holder, type, last.get())
              : notServed(holder, type, Interaction.CREATE);
      case "PUT" -> {
        unless(last.isPresent(), Misfit.METHOD);
        yield notServed(holder, type, Interaction.UPDATE);
      }
      case "DELETE" -> {
        unless(last.isPresent(), Misfit.METHOD);
        yield notServed(holder, type, Interaction.DELETE);
      }
      default -> throw new NotUnderstoodException(Misfit.METHOD);
    };
  }

  private static FhirRequest byId(
      RawRequest raw, InstitutionId holder, ResourceType type, String id) {
    unless(!id.equals("_search"), Misfit.METHOD);
    unless(!id.contains("_"), Misfit.NOT_FOUND);
    unless(raw.form().isEmpty(), Misfit.NOT_UNDERSTOOD);
    Map<String, String> parameters = Parameters.parse(raw.query().orElse(""));
    unless(Set.of("_format").containsAll(parameters.keySet()), Misfit.NOT_UNDERSTOOD);
    Query.checkFormat(parameters);
    if (type == ResourceType.BINARY) {
      return new FhirRequest.ReadBinary(
          holder,
          BinaryId.parse(id).orElseThrow(() -> new NotUnderstoodException(Misfit.NOT_FOUND)));
    }
    Accept.requireFhirJson(raw.accept());
    return SearchTable.isRead(type)
        ? new FhirRequest.Read(holder, type, new ResourceId(id))
        : notServed(holder, type, Interaction.READ);
  }

  private static FhirRequest postSearch(
      RawRequest raw, InstitutionId holder, ResourceType type, String last) {
    unless(last.equals("_search"), Misfit.METHOD);
    unless(raw.query().isEmpty(), Misfit.NOT_UNDERSTOOD);
    RawRequest.Form form =
        raw.form().orElseThrow(() -> new NotUnderstoodException(Misfit.MEDIA_TYPE));
    unless(Accept.isForm(form.contentType()), Misfit.MEDIA_TYPE);
    return parametersOf(raw, holder, type, form.text());
  }

  private static FhirRequest search(
      RawRequest raw, InstitutionId holder, ResourceType type, String query) {
    unless(raw.form().isEmpty(), Misfit.NOT_UNDERSTOOD);
    return parametersOf(raw, holder, type, query);
  }

  private static FhirRequest parametersOf(
      RawRequest raw, InstitutionId holder, ResourceType type, String encoded) {
    Accept.requireFhirJson(raw.accept());
    if (!SearchTable.types().contains(type)) {
      return notServed(holder, type, Interaction.SEARCH);
    }
    Map<String, String> parameters = Parameters.parse(encoded);
    String cursor = parameters.get(Query.CURSOR);
    if (cursor == null) {
      return new FhirRequest.Search(holder, Query.parse(type, parameters));
    }
    // a cursor carries its query: another one beside it could only contradict it
    unless(parameters.size() == 1 && Parameters.isCursor(cursor), Misfit.NOT_UNDERSTOOD);
    return new FhirRequest.NextPage(holder, type, cursor);
  }

  private static FhirRequest notServed(
      InstitutionId holder, ResourceType type, Interaction interaction) {
    return new FhirRequest.NotServed(holder, new Operation(type, interaction));
  }

  private static ResourceType type(String code) {
    List<ResourceType> known = Arrays.asList(ResourceType.values());
    return known.stream()
        .filter(type -> type.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new NotUnderstoodException(Misfit.NOT_FOUND));
  }
}
