package net.sociallook.adapter.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.sociallook.adapter.record.Item;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The records of one kind. Everything is asked of the server and filtered here, by our own
 * understanding of the filters: servers differ in theirs.
 */
final class Shelf<T extends DomainResource, R extends Item> {
  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

  private final Existing existing;
  private final Shape<T, R> shape;

  Shelf(Existing existing, Shape<T, R> shape) {
    this.existing = existing;
    this.shape = shape;
  }

  /** One client's records; none where the server does not know the client. */
  Page<R> search(String client, Predicate<R> wanted, PageRequest page) {
    Optional<String> patient = existing.patients().numbered(client).map(Patient::getIdPart);
    if (patient.isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    Function<T, Optional<String>> owner =
        resource ->
            patients(resource).equals(Set.of(patient.get()))
                ? Optional.of(client)
                : shared(resource, patient.get());
    return pick("patient=Patient%2F" + patient.get(), owner, wanted, page);
  }

  /** Records that are about nobody. */
  Page<R> searchAll(Predicate<R> wanted, PageRequest page) {
    return pick("_summary=false", resource -> Optional.of(""), wanted, page);
  }

  Optional<R> read(String id) {
    return found(id, this::owner).stream().findFirst();
  }

  /** A record that is about nobody. */
  Optional<R> readAny(String id) {
    return found(id, resource -> Optional.of("")).stream().findFirst();
  }

  /** The resource itself. */
  Optional<T> resource(String id) {
    List<T> found = new ArrayList<>();
    walk(
        "_id=" + id,
        () ->
            page ->
                page.matches().stream()
                    .filter(it -> id.equals(it.getIdPart()))
                    .forEach(found::add));
    return found.stream().findFirst();
  }

  boolean isReachable() {
    return existing.system().isReachable();
  }

  private Page<R> pick(
      String query, Function<T, Optional<String>> owner, Predicate<R> wanted, PageRequest page) {
    Reader reader =
        walk(query, () -> new Reader(owner, wanted, new Selection<>(page, shape.newestFirst())));
    return reader.selection.page();
  }

  private List<R> found(String id, Function<T, Optional<String>> owner) {
    PageRequest one = new PageRequest(1, Optional.empty());
    Predicate<R> wanted = record -> record.id().equals(id);
    Function<T, Optional<String>> asked =
        resource -> id.equals(resource.getIdPart()) ? owner.apply(resource) : Optional.empty();
    return pick("_id=" + id, asked, wanted, one).items();
  }

  private <C extends Consumer<SearchPage<T>>> C walk(String query, Supplier<C> readers) {
    return new PageWalk<>(existing.system(), shape.type()).all(query + shape.includes(), readers);
  }

  private Set<String> patients(T resource) {
    return shape.subjects().apply(resource).stream()
        .flatMap(it -> Pointer.of(it.getReference(), existing.system().base()).stream())
        .flatMap(pointer -> pointer.idOf("Patient").stream())
        .collect(Collectors.toSet());
  }

  // What is about others too is for none of them; what is not about the client was not asked for.
  private Optional<String> shared(T resource, String patient) {
    if (!patients(resource).contains(patient)) {
      throw new SystemFailure("search: answered a record of another client");
    }
    return Optional.empty();
  }

  private Optional<String> owner(T resource) {
    Set<String> patients = patients(resource);
    return patients.size() == 1
        ? existing.patients().numberOf(patients.iterator().next())
        : Optional.empty();
  }

  private Optional<R> translate(T resource, List<Resource> included, String client) {
    if (!Resources.isUnderstood(resource)) {
      LOG.info(
          "{} {}: has modifiers, not shown", shape.type().getSimpleName(), resource.getIdPart());
      return Optional.empty();
    }
    Frame frame = new Frame(existing, client, People.of(resource, included));
    return Resources.reading(resource, () -> shape.translation().apply(resource, frame));
  }

  /** Picks out of each page what is wanted. */
  private final class Reader implements Consumer<SearchPage<T>> {
    private final Function<T, Optional<String>> owner;
    private final Predicate<R> wanted;
    private final Selection<R> selection;

    Reader(Function<T, Optional<String>> owner, Predicate<R> wanted, Selection<R> selection) {
      this.owner = owner;
      this.wanted = wanted;
      this.selection = selection;
    }

    @Override
    public void accept(SearchPage<T> page) {
      for (T resource : page.matches()) {
        owner
            .apply(resource)
            .flatMap(client -> translate(resource, page.included(), client))
            .filter(wanted)
            .ifPresent(selection::offer);
      }
    }
  }
}
