package net.sociallook.registry.sequence;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives out the numbers of the sequence, inside the caller's transaction. */
@FunctionalInterface
interface Numbering {

  /**
   * @return the last of {@code count} consecutive numbers, which now belong to the caller
   */
  long reserve(JdbcClient jdbc, int count);

  /**
   * One row, locked until the transaction ends. That lock is what makes commit order number order:
   * the next writer cannot even learn its number before this one is committed. A plain PostgreSQL
   * sequence gives its numbers out without waiting.
   */
  static long lockedRow(JdbcClient jdbc, int count) {
    return jdbc.sql("update withdrawal_counter set last = last + :count returning last")
        .param("count", count)
        .query(Long.class)
        .single();
  }
}
