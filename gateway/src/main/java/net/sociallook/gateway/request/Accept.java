package net.sociallook.gateway.request;

import static net.sociallook.gateway.request.NotUnderstoodException.unless;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Media types of requests and of wanted answers. There is one of each. */
final class Accept {
  private static final Set<String> FHIR_JSON =
      Set.of("application/fhir+json", "application/json", "application/*", "*/*");
  private static final Set<String> PARAMETERS =
      Set.of("charset=utf-8", "fhirversion=4.0", "charset=\"utf-8\"");
  private static final Pattern WEIGHT = Pattern.compile("q=(0(\\.[0-9]{1,3})?|1(\\.0{1,3})?)");
  private static final Pattern NOTHING = Pattern.compile("q=0(\\.0{1,3})?");

  private Accept() {}

  /** Passes if there is no header, or one that FHIR JSON satisfies. */
  static void requireFhirJson(List<String> headers) {
    boolean wanted =
        headers.isEmpty()
            || headers.stream()
                .flatMap(header -> List.of(header.split(",", -1)).stream())
                .anyMatch(Accept::isFhirJson);
    unless(wanted, Misfit.NOT_ACCEPTABLE);
  }

  static boolean isForm(String contentType) {
    String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
    boolean charset = parts.length == 1 || PARAMETERS.contains(parts[1].strip());
    return parts.length <= 2
        && parts[0].strip().equals("application/x-www-form-urlencoded")
        && charset;
  }

  private static boolean isFhirJson(String range) {
    String[] parts = range.toLowerCase(Locale.ROOT).split(";", -1);
    boolean type = FHIR_JSON.contains(parts[0].strip());
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      boolean weight = WEIGHT.matcher(parameter).matches() && !NOTHING.matcher(parameter).matches();
      type = type && (weight || PARAMETERS.contains(parameter));
    }
    return type;
  }
}
