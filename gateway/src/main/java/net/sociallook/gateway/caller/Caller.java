package net.sociallook.gateway.caller;

import net.sociallook.consent.InstitutionId;

/**
 * A system that calls, known by its TLS certificate.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8705#section-3.1">RFC 8705 §3.1</a>
 */
public sealed interface Caller {

  /** The name of the client page among callers; no institution has it. */
  InstitutionId CLIENT_PAGE = new InstitutionId("client-page");

  /** Base64url SHA-256 of the certificate's DER form. */
  String thumbprint();

  /** Who it is, in tokens and in the ledger. */
  InstitutionId id();

  /** An institution's system. */
  record OfInstitution(Institution institution, String thumbprint) implements Caller {
    @Override
    public InstitutionId id() {
      return institution.id();
    }
  }

  /** The client page, where clients read what is their own. */
  record ClientPage(String thumbprint) implements Caller {
    @Override
    public InstitutionId id() {
      return CLIENT_PAGE;
    }
  }
}
