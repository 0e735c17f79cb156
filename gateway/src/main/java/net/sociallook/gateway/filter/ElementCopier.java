package net.sociallook.gateway.filter;

/** Copies what the allow-list names from the tape to the output, and nothing else. */
final class ElementCopier {
  private final Tape tape;
  private final Output out;
  private final SpecialCopier special;

  ElementCopier(Tape tape, Output out, SpecialCopier special) {
    this.tape = tape;
    this.out = out;
    this.special = special;
  }

  /**
   * Copies the members of an object, without its braces.
   *
   * @param first whether no member stands before them
   */
  Copied members(Fields fields, int object, boolean first) {
    if (tape.kind(object) != Token.OBJECT_START) {
      return Copied.REFUSED;
    }
    boolean leading = first;
    long written = 0;
    int end = tape.after(object);
    for (int name = object + 1; name < end; name = tape.after(name + 1)) {
      Fields.Slot slot = fields.find(tape, name);
      if (slot == null) {
        continue;
      }
      int mark = out.size();
      if (!leading) {
        out.write(',');
      }
      out.slice(tape.bytes(), tape.from(name), tape.to(name));
      out.write(':');
      switch (member(slot.field(), name + 1)) {
        case WRITTEN -> {
          leading = false;
          written |= slot.bit();
        }
        case LEFT_OUT -> out.truncate(mark);
        case OWNER_LEFT_OUT -> {
          return Copied.LEFT_OUT;
        }
        case REFUSED -> {
          return Copied.REFUSED;
        }
      }
    }
    boolean sound =
        written != 0 && fields.isEnough(written) && fields.rulesHold(tape, object, written);
    return sound ? Copied.WRITTEN : Copied.LEFT_OUT;
  }

  private Copied member(Fields.Field field, int value) {
    return field.repeats() ? list(field.shape(), value) : value(field.shape(), value);
  }

  private Copied list(Shape shape, int array) {
    if (tape.kind(array) != Token.ARRAY_START) {
      return Copied.REFUSED;
    }
    out.write('[');
    boolean first = true;
    int end = tape.after(array);
    for (int value = array + 1; value < end; value = tape.after(value)) {
      int mark = out.size();
      if (!first) {
        out.write(',');
      }
      Copied copied = value(shape, value);
      if (copied == Copied.LEFT_OUT) {
        out.truncate(mark);
      } else if (copied != Copied.WRITTEN) {
        return copied;
      } else {
        first = false;
      }
    }
    out.write(']');
    return first ? Copied.LEFT_OUT : Copied.WRITTEN;
  }

  private Copied value(Shape shape, int value) {
    return switch (shape) {
      case Leaf leaf -> leaf(leaf, value);
      case Fields fields -> object(fields, value);
      case Shape.Special rule -> special.copy(rule, value);
    };
  }

  private Copied leaf(Leaf leaf, int value) {
    if (!leaf.accepts(tape, value)) {
      // a text that says nothing is no value of any type
      return tape.isEmptyText(value) ? Copied.LEFT_OUT : Copied.REFUSED;
    }
    out.slice(tape.bytes(), tape.from(value), tape.to(value));
    return Copied.WRITTEN;
  }

  private Copied object(Fields fields, int value) {
    out.write('{');
    Copied copied = members(fields, value, true);
    out.write('}');
    return copied;
  }
}
