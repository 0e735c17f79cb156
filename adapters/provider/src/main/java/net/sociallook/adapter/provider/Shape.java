package net.sociallook.adapter.provider;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.sociallook.adapter.record.Item;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Reference;

/**
 * How one kind of data lies in a FHIR server.
 *
 * @param include search parameters of references whose targets are wanted too
 * @param newestFirst whether the highest number comes first
 * @param subjects the references that may say whom a resource is about
 * @param translation makes a record; empty where it is not for outside, or cannot be said there
 */
record Shape<T extends DomainResource, R extends Item>(
    Class<T> type,
    List<String> include,
    boolean newestFirst,
    Function<T, List<Reference>> subjects,
    BiFunction<T, Frame, Optional<R>> translation) {

  String includes() {
    return include.stream()
        .map(parameter -> "&_include=" + type.getSimpleName() + "%3A" + parameter)
        .collect(Collectors.joining());
  }
}
