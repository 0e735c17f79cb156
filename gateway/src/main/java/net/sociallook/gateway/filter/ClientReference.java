package net.sociallook.gateway.filter;

import java.nio.charset.StandardCharsets;

/** How the client is referred to: recognised as the holder writes it, written for the recipient. */
final class ClientReference {
  private final byte[] atHolder;
  private final byte[] atRecipient;

  ClientReference(PseudonymTranslation names) {
    atHolder = ascii("Patient/" + names.atHolder().value());
    atRecipient = ascii("{\"reference\":\"Patient/" + names.atRecipient().value() + "\"}");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether this Reference names the client, by a relative reference. */
  boolean isIn(Tape tape, int value) {
    int reference = tape.member(value, Name.REFERENCE);
    return reference >= 0 && tape.isText(reference) && tape.says(reference, atHolder);
  }

  /** Writes the Reference, with nothing else that the holder's may have held. */
  void write(Output out) {
    out.write(atRecipient);
  }
}
