package net.sociallook.adapter.provider.simulation;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Slot;

/**
 * The resources of one type. Understands {@code _id}, {@code patient} where it names the type, and
 * {@code identifier}; of everything else, {@code _count} too, it takes no notice, as this make
 * does.
 */
public final class Cabinet<T extends Resource> implements IResourceProvider {
  private static final int PAGE = 4;
  private static final int PAGE_OF_CALENDAR = 50;

  private final Class<T> type;
  private final Stock stock;
  private final Cursors cursors;

  Cabinet(Class<T> type, Stock stock, Cursors cursors) {
    this.type = type;
    this.stock = stock;
    this.cursors = cursors;
  }

  @Override
  public Class<T> getResourceType() {
    return type;
  }

  @Read
  public T read(@IdParam IdType id, HttpServletRequest http) {
    return stock.all(type.getSimpleName(), base(http)).stream()
        .filter(resource -> resource.getIdPart().equals(id.getIdPart()))
        .findFirst()
        .map(type::cast)
        .orElseThrow(() -> new ResourceNotFoundException(id));
  }

  @Search(allowUnknownParams = true)
  public Bundle search(HttpServletRequest http) {
    String base = base(http);
    String cursor = http.getParameter("cursor");
    Predicate<Resource> wanted =
        cursor == null
            ? matching(http)
            : cursors
                .take(cursor)
                .<Predicate<Resource>>map(rest -> resource -> rest.contains(resource.getIdPart()))
                .orElseThrow(() -> new ResourceGoneException("Der Suchlauf ist abgelaufen."));
    return page(stock.all(type.getSimpleName(), base).stream().filter(wanted).toList(), base);
  }

  private Predicate<Resource> matching(HttpServletRequest http) {
    Optional<String> id = Optional.ofNullable(http.getParameter("_id"));
    Optional<String> identifier = Optional.ofNullable(http.getParameter("identifier"));
    Optional<String> patient =
        Optional.ofNullable(http.getParameter("patient")).filter(it -> it.startsWith("Patient/"));
    return resource ->
        id.map(resource.getIdPart()::equals).orElse(true)
            && identifier.map(it -> isCalled(resource, it)).orElse(true)
            && patient.map(it -> stock.isAbout(resource, it)).orElse(true);
  }

  private static boolean isCalled(Resource resource, String identifier) {
    String system =
        identifier.contains("|") ? identifier.substring(0, identifier.indexOf('|')) : "";
    String value = identifier.substring(identifier.indexOf('|') + 1);
    return resource instanceof Patient patient
        && patient.getIdentifier().stream()
            .filter(it -> system.isEmpty() || system.equals(it.getSystem()))
            .map(Identifier::getValue)
            .anyMatch(value::equals);
  }

  private Bundle page(List<Resource> found, String base) {
    int size = Math.min(found.size(), type.equals(Slot.class) ? PAGE_OF_CALENDAR : PAGE);
    SearchAnswer answer = new SearchAnswer(base);
    found.subList(0, size).forEach(answer::match);
    stock.staff(base).forEach(answer::include);
    if (found.size() > size) {
      List<String> rest = found.stream().skip(size).map(Resource::getIdPart).toList();
      answer.next(base + "/" + type.getSimpleName() + "?cursor=" + cursors.keep(rest));
    }
    return answer.bundle();
  }

  private static String base(HttpServletRequest http) {
    return http.getScheme() + "://" + http.getServerName() + ":" + http.getServerPort() + "/fhir";
  }
}
