package net.sociallook.registry.page.receipt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.sociallook.registry.grant.SignedEvidence;
import net.sociallook.registry.passkey.Bytes;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A receipt as JSON, and as the files with which it is verified. */
@Component
class ReceiptFiles {
  private final JsonMapper json;

  ReceiptFiles(JsonMapper json) {
    this.json = json;
  }

  /** The fields of the receipt and the evidence, whose octets are in base64url. */
  byte[] json(ClientReceipt receipt) {
    SignedEvidence signed = receipt.evidence().signed();
    Map<String, Object> all = new LinkedHashMap<>(receipt.fields());
    all.put("language", receipt.signed().language());
    all.put("privacy_notice", receipt.signed().text());
    all.put("collection_method", "https://www.w3.org/TR/webauthn-3/");
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("document", Bytes.base64url(signed.document()));
    evidence.put("credential_id", Bytes.base64url(receipt.signed().credential()));
    evidence.put("authenticator_data", Bytes.base64url(signed.assertion().authenticatorData()));
    evidence.put("client_data", Bytes.base64url(signed.assertion().clientData()));
    evidence.put("signature", Bytes.base64url(signed.assertion().signature()));
    evidence.put("public_key", Bytes.base64url(signed.signingKey()));
    if (!signed.chain().isEmpty()) {
      evidence.put("chain", ChainFiles.json(signed));
    }
    evidence.put("salt", Bytes.base64url(signed.key().salt()));
    evidence.put("endorsement", signed.key().endorsement());
    all.put("evidence", evidence);
    return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(all);
  }

  /** The files that {@code docs/receipt.md} names. */
  byte[] zip(ClientReceipt receipt) {
    SignedEvidence signed = receipt.evidence().signed();
    KeyProof proof = receipt.evidence().proof();
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("receipt.json", json(receipt));
    files.put("text.txt", utf8(receipt.signed().text()));
    files.put("document.json", signed.document());
    files.put("client-data.json", signed.assertion().clientData());
    files.put("authenticator-data.bin", signed.assertion().authenticatorData());
    files.put("signature.der", signed.assertion().signature());
    files.put("public-key.cose", signed.signingKey());
    files.put("public-key.pem", utf8(proof.publicKey()));
    files.putAll(ChainFiles.files(signed));
    files.put("salt.bin", signed.key().salt());
    files.put("endorsement.txt", proof.endorsed());
    files.put("endorsement.der", proof.signature());
    proof.institutionKey().ifPresent(pem -> files.put("institution-key.pem", utf8(pem)));
    return zipped(files);
  }

  private static byte[] zipped(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
