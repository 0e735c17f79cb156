package net.sociallook.gateway.filter;

import java.nio.charset.StandardCharsets;
import java.util.List;
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

  /** A field, with what is needed to find and to write it. */
  record Slot(Field field, Name name, byte[] written, long bit) {}

  private final Slot[] slots;
  private final int mask;
  private final long required;

  /**
   * @param fields at most 64, each name once
   */
  Fields(List<Field> fields) {
    int length = Math.max(8, Integer.highestOneBit(fields.size()) * 4);
    slots = new Slot[length];
    mask = length - 1;
    long needed = 0;
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      byte[] written = ('"' + field.name() + "\":").getBytes(StandardCharsets.UTF_8);
      Slot slot = new Slot(field, new Name(field.name()), written, 1L << i);
      put(slot);
      needed |= field.required() ? slot.bit() : 0;
    }
    required = needed;
  }

  private void put(Slot slot) {
    int at = slot.name().hash() & mask;
    while (slots[at] != null) {
      at = (at + 1) & mask;
    }
    slots[at] = slot;
  }

  /** The field of this name of the input; null if it may not be released. */
  @Nullable Slot find(Tape tape, int name) {
    int at = tape.hash(name) & mask;
    while (slots[at] != null) {
      if (slots[at].name().is(tape, name)) {
        return slots[at];
      }
      at = (at + 1) & mask;
    }
    return null;
  }

  /** Whether all that is required is among those written. */
  boolean isEnough(long written) {
    return (written & required) == required;
  }
}
