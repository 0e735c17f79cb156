package net.sociallook.gateway.filter;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What must hold between the members of an object that are released, or the object is left out: the
 * invariants of FHIR, as far as they can be broken by what the list lets pass. Members stand for
 * their bits, as in {@link Fields}.
 */
sealed interface Rule {

  boolean holds(Tape tape, int object, long written);

  /** At most one of these. */
  record One(long of) implements Rule {
    @Override
    public boolean holds(Tape tape, int object, long written) {
      return Long.bitCount(written & of) <= 1;
    }
  }

  /** If any of these, then this one too. */
  record Needs(long needed, long of) implements Rule {
    @Override
    public boolean holds(Tape tape, int object, long written) {
      return (written & of) == 0 || (written & needed) != 0;
    }
  }

  /**
   * Unless the status is one of these, this one must be there, or must not be.
   *
   * @param there which of the two
   */
  record Unless(long member, boolean there, Set<String> statuses) implements Rule {
    public Unless {
      statuses = Set.copyOf(statuses);
    }

    @Override
    public boolean holds(Tape tape, int object, long written) {
      if (((written & member) != 0) == there) {
        return true;
      }
      int status = tape.member(object, Name.STATUS);
      return status >= 0 && tape.isText(status) && statuses.contains(tape.text(status));
    }
  }

  /** If it is there, this address is absolute. */
  record Absolute(Name address) implements Rule {
    @Override
    public boolean holds(Tape tape, int object, long written) {
      int value = tape.member(object, address);
      byte[] text = (value < 0 ? "" : tape.text(value)).getBytes(StandardCharsets.UTF_8);
      return text.length == 0 || WordForm.isAbsolute(text, 0, text.length);
    }
  }

  /** If both are there, the first is not after the second. */
  record Order(Name first, Name second) implements Rule {
    @Override
    public boolean holds(Tape tape, int object, long written) {
      int one = tape.member(object, first);
      int other = tape.member(object, second);
      return one < 0
          || other < 0
          || tape.text(one).isEmpty()
          || tape.text(other).isEmpty()
          || Moments.isInOrder(tape.text(one), tape.text(other));
    }
  }
}
