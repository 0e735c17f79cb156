package net.sociallook.registry.sequence;

import java.util.List;

/**
 * The sequence of withdrawals, in which the order of numbers is the order of commits.
 *
 * <p>Both methods take part in the caller's transaction on the registry's data source.
 */
public interface WithdrawalSequence {

  /**
   * Appends entries, in this order. They exist when the caller's transaction commits, and not
   * before. Other appending transactions wait until then.
   *
   * @param entries not empty
   * @return the number of the last entry
   */
  long append(List<WithdrawalEntry> entries);

  /** The number of the last committed entry as the caller's transaction sees it; 0 before any. */
  long current();
}
