package net.sociallook.registry.grant;

/** Why nothing proves to a holder what stands about its data. */
public enum Unproven {
  /** It has not endorsed the key that signed, or for nobody. */
  KEY,
  /** It was witnessed, and the holder does not accept that, or not from this witness. */
  LEVEL,
  /** Who signed for the client does not act for her there, or not any more. */
  REPRESENTATION
}
