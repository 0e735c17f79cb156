package net.sociallook.registry.ledger;

/** The append-only record of what was decided. */
public interface Ledger {

  /**
   * Appends a record that the registry itself makes, in a transaction of the ledger's own. Blocks
   * the calling (virtual) thread until the record survives a crash.
   *
   * @throws LedgerUnavailable if it may not be durable; whatever depends on it must not happen
   */
  void append(LedgerEntry entry);

  /**
   * Appends a record in the caller's transaction: both are there or neither. From here to the
   * commit no other record is appended, so it comes last in a transaction, after every lock of
   * another kind.
   *
   * @throws IllegalStateException if there is no transaction
   */
  void appendWithin(LedgerEntry entry);
}
