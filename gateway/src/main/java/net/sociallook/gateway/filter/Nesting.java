package net.sociallook.gateway.filter;

import java.util.Arrays;

/** The objects and arrays that are open while a value is read, and which names they may have. */
final class Nesting {
  private int[] opened = new int[16];
  private int[] members = new int[16];

  /** Of each object, one bit for each number modulo 64 that its names have. */
  private long[] seen = new long[16];

  private int depth;

  void clear() {
    depth = 0;
  }

  int depth() {
    return depth;
  }

  void open(int index) {
    if (depth == opened.length) {
      opened = Arrays.copyOf(opened, 2 * depth);
      members = Arrays.copyOf(members, 2 * depth);
      seen = Arrays.copyOf(seen, 2 * depth);
    }
    opened[depth] = index;
    members[depth] = 0;
    seen[depth] = 0;
    depth++;
  }

  int close() {
    return opened[--depth];
  }

  int innermost() {
    return opened[depth - 1];
  }

  int countMember() {
    return ++members[depth - 1];
  }

  /** Notes the name; whether the innermost object may have had it before. Errs to "yes". */
  boolean mayHave(int number) {
    long bit = 1L << (number & 63);
    boolean before = (seen[depth - 1] & bit) != 0;
    seen[depth - 1] |= bit;
    return before;
  }
}
