package net.sociallook.registry.ledger;

import org.springframework.dao.TransientDataAccessResourceException;

/** A record is not known to be durable. It may yet appear in the ledger. */
public final class LedgerUnavailable extends TransientDataAccessResourceException {
  private static final long serialVersionUID = 1L;

  LedgerUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  LedgerUnavailable(String message) {
    super(message);
  }
}
