package net.sociallook.adapter.fhir;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request whose caller accepts FHIR JSON and nothing else: the gate has seen that JSON is
 * welcome, HAPI would prefer XML where both are.
 */
final class JsonRequest extends HttpServletRequestWrapper {
  private static final String JSON = "application/fhir+json";

  JsonRequest(HttpServletRequest request) {
    super(request);
  }

  @Override
  public @Nullable String getHeader(String name) {
    if (name.equalsIgnoreCase("Accept")) {
      return JSON;
    }
    return name.equalsIgnoreCase("Accept-Encoding") ? null : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    if (name.equalsIgnoreCase("Accept")) {
      return Collections.enumeration(List.of(JSON));
    }
    return name.equalsIgnoreCase("Accept-Encoding")
        ? Collections.emptyEnumeration()
        : super.getHeaders(name);
  }
}
