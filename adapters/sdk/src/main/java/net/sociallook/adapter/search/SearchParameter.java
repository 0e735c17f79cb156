package net.sociallook.adapter.search;

import java.util.Arrays;
import java.util.stream.Collectors;
import net.sociallook.adapter.record.Coded;

/** A parameter by which a kind of resource can be searched. */
public record SearchParameter(String name, ValueForm form) {
  static SearchParameter patient() {
    return new SearchParameter("patient", new ValueForm.Patient());
  }

  static SearchParameter code(String name) {
    return new SearchParameter(name, new ValueForm.AnyCode());
  }

  static SearchParameter choice(String name, Coded... values) {
    return new SearchParameter(
        name,
        new ValueForm.Choice(Arrays.stream(values).map(Coded::code).collect(Collectors.toSet())));
  }

  static SearchParameter date(String name) {
    return new SearchParameter(name, new ValueForm.Date());
  }

  static SearchParameter reference(String name, String type) {
    return new SearchParameter(name, new ValueForm.Reference(type));
  }
}
