package net.sociallook.gateway.filter;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An object of which exactly these members may be released. */
final class Fields implements Shape {

  /**
   * One member that may be released.
   *
   * @param repeats whether its value is an array of the shape
   * @param required whether the object makes no sense without it
   */
  record Field(String name, Shape shape, boolean repeats, boolean required) {}

  /** A field, and which of its object's it is. */
  record Slot(Field field, long bit) {}

  /** By the number of the field's name. */
  private final @Nullable Slot[] slots;

  private final long required;

  private final List<Rule> rules;

  private final Optional<Name> client;

  /**
   * @param fields at most 64, each name once; the first has the lowest bit
   */
  Fields(List<Field> fields, List<Rule> rules) {
    this.rules = List.copyOf(rules);
    int most = fields.stream().mapToInt(field -> Name.of(field.name()).number()).max().orElse(0);
    slots = new Slot[most + 1];
    long needed = 0;
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      slots[Name.of(field.name()).number()] = new Slot(field, 1L << i);
      needed |= field.required() ? 1L << i : 0;
    }
    required = needed;
    client =
        fields.stream()
            .filter(field -> field.shape() instanceof Shape.ClientOr)
            .map(field -> Name.of(field.name()))
            .findFirst();
  }

  /** The field of this name of the input; null if it may not be released. */
  @Nullable Slot find(Tape tape, int name) {
    int number = tape.number(name);
    return number >= Name.FIRST && number < slots.length ? slots[number] : null;
  }

  /** The member that names the client in one of the objects of a list; empty if none does. */
  Optional<Name> client() {
    return client;
  }

  /** Whether what was written of an object is one together. */
  boolean rulesHold(Tape tape, int object, long written) {
    for (int i = 0; i < rules.size(); i++) {
      if (!rules.get(i).holds(tape, object, written)) {
        return false;
      }
    }
    return true;
  }

  /** Whether all that is required is among those written. */
  boolean isEnough(long written) {
    return (written & required) == required;
  }
}
