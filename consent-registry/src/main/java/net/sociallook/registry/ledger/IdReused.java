package net.sociallook.registry.ledger;

/** A record of this kind and id is there already and says something else. */
public final class IdReused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  IdReused() {
    super("id: in use (expected: a new one, or the same record again)", null, false, false);
  }
}
