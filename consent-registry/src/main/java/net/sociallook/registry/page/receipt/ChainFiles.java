package net.sociallook.registry.page.receipt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sociallook.registry.grant.KeyStep;
import net.sociallook.registry.grant.SignedEvidence;
import net.sociallook.registry.passkey.Bytes;

/** What leads from the key that signed to the endorsed one, for {@code docs/receipt.md}. */
final class ChainFiles {
  private ChainFiles() {}

  /** Each step, its octets in base64url; nothing where the key itself is endorsed. */
  static List<Map<String, Object>> json(SignedEvidence signed) {
    List<Map<String, Object>> steps = new ArrayList<>();
    for (int i = 0; i < signed.chain().size(); i++) {
      Map<String, Object> step = new LinkedHashMap<>();
      switch (signed.chain().get(i)) {
        case KeyStep.ByKey key -> {
          step.put("document", Bytes.base64url(key.document()));
          step.put("authenticator_data", Bytes.base64url(key.assertion().authenticatorData()));
          step.put("client_data", Bytes.base64url(key.assertion().clientData()));
          step.put("signature", Bytes.base64url(key.assertion().signature()));
        }
        case KeyStep.ByRecovery recovery ->
            step.put("endorsements", recovery.words().stream().map(ChainFiles::word).toList());
      }
      step.put("public_key", Bytes.base64url(older(signed, i)));
      steps.add(step);
    }
    return steps;
  }

  /** The files of steps that older keys signed. */
  static Map<String, byte[]> files(SignedEvidence signed) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < signed.chain().size(); i++) {
      String name = "step-" + (i + 1) + "-";
      byte[] older = older(signed, i);
      files.put(name + "key.cose", older);
      files.put(name + "key.pem", ReceiptFiles.utf8(KeyProof.pem(older)));
      switch (signed.chain().get(i)) {
        case KeyStep.ByKey key -> {
          files.put(name + "document.json", key.document());
          files.put(name + "client-data.json", key.assertion().clientData());
          files.put(name + "authenticator-data.bin", key.assertion().authenticatorData());
          files.put(name + "signature.der", key.assertion().signature());
        }
        case KeyStep.ByRecovery recovery -> {}
      }
    }
    return files;
  }

  private static Map<String, String> word(KeyStep.Word word) {
    Map<String, String> said = new LinkedHashMap<>();
    said.put("endorsement", word.newer().endorsement());
    said.put("salt", Bytes.base64url(word.newer().salt()));
    said.put("replaced_salt", Bytes.base64url(word.olderSalt()));
    return said;
  }

  private static byte[] older(SignedEvidence signed, int step) {
    return step + 1 < signed.chain().size()
        ? signed.chain().get(step + 1).newer()
        : signed.key().publicKey();
  }
}
