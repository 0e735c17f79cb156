package net.sociallook.adapter.resource;

import java.util.Date;
import java.util.function.BiFunction;
import java.util.function.Function;
import net.sociallook.adapter.record.Item;
import net.sociallook.adapter.search.Filters;
import net.sociallook.adapter.search.ResourceKind;
import org.hl7.fhir.r4.model.DomainResource;

/**
 * How one kind of data looks in FHIR.
 *
 * @param query the integrator's query that the filters of a search mean
 * @param resource the resource that a record becomes; id, labels and time of change are the same
 *     for all kinds and are added here
 */
public record Mapping<R extends Item, Q>(
    ResourceKind kind,
    Function<Filters, Q> query,
    BiFunction<R, Subject, ? extends DomainResource> resource) {

  public DomainResource render(R record, Subject subject) {
    DomainResource rendered = resource.apply(record, subject);
    if (!rendered.hasIdElement()) {
      rendered.setId(record.id());
    }
    rendered.getMeta().setLastUpdated(Date.from(record.lastUpdated()));
    rendered.getMeta().setSecurity(Terms.labels(record.labels()));
    return rendered;
  }
}
