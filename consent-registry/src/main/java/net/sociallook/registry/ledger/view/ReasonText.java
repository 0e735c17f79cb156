package net.sociallook.registry.ledger.view;

import java.util.Arrays;
import net.sociallook.consent.Reason;
import org.jspecify.annotations.Nullable;

/** Why something was denied, as a client reads it. */
final class ReasonText {
  private ReasonText() {}

  /**
   * @param code of the ledger; null or unknown gives a sentence that names no reason
   */
  static String german(@Nullable String code) {
    return "Abgelehnt"
        + Arrays.stream(Reason.values())
            .filter(reason -> reason.code().equals(code))
            .findFirst()
            .map(reason -> ": " + german(reason))
            .orElseGet(() -> ofProof(code));
  }

  /** What was missing in the proof, as the registry or a gateway calls it. */
  private static String ofProof(@Nullable String code) {
    return switch (code) {
      case null -> ".";
      case "key-not-endorsed" -> ": Die Stelle mit den Daten hat Ihren Passkey nicht bestätigt.";
      case "level-not-accepted", "token-level" ->
          ": Die Stelle mit den Daten verlangt Ihre eigene Unterschrift mit einem Passkey.";
      case "representation-not-reaching", "token-representation" ->
          ": Wer für Sie unterschrieben hat, handelt dort nicht oder nicht mehr für Sie.";
      case String other -> ".";
    };
  }

  private static String german(Reason reason) {
    return switch (reason) {
      case NOT_LINKED -> "Sie sind mit dieser Stelle nicht verbunden.";
      case NO_GRANT -> "Sie haben dieser Stelle hier nichts erlaubt.";
      case GRANT_WITHDRAWN -> "Sie haben Ihre Erlaubnis zurückgenommen.";
      case PERMISSION_NOT_COVERED -> "Das haben Sie dieser Stelle nicht erlaubt.";
      case REQUESTER_NOT_COVERED -> "Dieser Person haben Sie das nicht erlaubt.";
      case NOT_YET_VALID -> "Ihre Erlaubnis gilt noch nicht.";
      case EXPIRED -> "Ihre Erlaubnis ist abgelaufen.";
      case BLOCKED -> "Sie haben das gesperrt.";
      case OTHER_CLIENT -> "Es ging nicht um Ihre Daten.";
      case TYPE_NOT_COVERED -> "Für diese Art von Daten gilt Ihre Erlaubnis nicht.";
      case DOCUMENT_NOT_COVERED -> "Für dieses Dokument gilt Ihre Erlaubnis nicht.";
      case CONFIDENTIALITY_ABOVE_CEILING -> "Die Daten sind vertraulicher, als Sie erlaubt haben.";
      case NEVER_SANCTION -> "Daraus könnte eine Strafe werden. Das geht über SOCIALLOOK nie.";
      case NOT_PARTY_TO_MESSAGE -> "Die Nachricht ging nicht an diese Stelle.";
      case SLOT_NOT_FREE -> "Der Termin ist nicht frei.";
    };
  }
}
