package net.sociallook.registry.ledger;

import java.util.Locale;

/** What staff do about a client before whom they sit. */
public enum DeskAct {
  /** A client without a device is linked; nothing comes of it before it is confirmed. */
  LINKED_IN_PERSON,
  /** Another institution's code was accepted for a client without a device; likewise. */
  LINKED_ELSEWHERE,
  /** The institution has endorsed the link of a client without a device: it counts. */
  LINK_CONFIRMED,
  /** Words were put together for a client to hear or sign; they give nothing yet. */
  CAPTURE_PREPARED,
  /** A sheet that the client has signed was recorded. */
  PAPER_RECORDED,
  /** The institution has stated what the client allows: there is a version of the grant. */
  CAPTURED,
  /** Nobody may do anything any more. */
  EVERYTHING_TAKEN_BACK,
  WITHDRAWN,
  NARROWED;

  /** Stable, kebab-case; also the last part of a text's key. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
