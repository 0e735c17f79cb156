package net.sociallook.adapter.provider;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;

/** Reads resources, and tells whether one means what its elements say. */
final class Resources {
  private Resources() {}

  /**
   * The resource that an answer is.
   *
   * @throws SystemFailure if it is not JSON, or not FHIR R4 as it is defined
   */
  static Resource parse(HttpResponse<byte[]> response) {
    String type = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (!type.startsWith("application/fhir+json") && !type.startsWith("application/json")) {
      throw new SystemFailure("media type: not FHIR's JSON");
    }
    // HAPI's default handler would write values of the resource into the log.
    IParser parser =
        FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new StrictErrorHandler());
    try {
      InputStreamReader text =
          new InputStreamReader(
              new ByteArrayInputStream(response.body()), StandardCharsets.UTF_8.newDecoder());
      if (parser.parseResource(text) instanceof Resource resource) {
        return resource;
      }
    } catch (DataFormatException | IllegalArgumentException | ClassCastException e) {
      // its text names what the server wrote
    }
    throw new SystemFailure("answer not understood (expected: a resource of FHIR R4)");
  }

  /**
   * Whether nothing in a resource changes the meaning of its elements in a way that is not known
   * here.
   *
   * @see <a href="https://hl7.org/fhir/R4/extensibility.html#modifierExtension">modifier
   *     extensions</a>
   */
  static boolean isUnderstood(Resource resource) {
    return !resource.hasImplicitRules() && hasNoModifier(resource);
  }

  /**
   * What a translation makes of a resource.
   *
   * @throws SystemFailure for whatever it stumbles over: exceptions of the model would carry values
   *     of the resource into the log
   */
  static <V> V reading(Resource resource, Supplier<V> translation) {
    try {
      return translation.get();
    } catch (SystemFailure e) {
      throw e;
    } catch (RuntimeException e) {
      throw new SystemFailure(
          resource.fhirType() + ": not as it must be (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static boolean hasNoModifier(Base element) {
    for (Property property : element.children()) {
      if (property.getName().equals("modifierExtension") && property.hasValues()) {
        return false;
      }
      for (Base value : property.getValues()) {
        if (!hasNoModifier(value)) {
          return false;
        }
      }
    }
    return true;
  }
}
