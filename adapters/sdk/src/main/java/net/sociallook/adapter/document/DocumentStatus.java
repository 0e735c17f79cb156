package net.sociallook.adapter.document;

import net.sociallook.adapter.record.Coded;

/**
 * Whether a document holds.
 *
 * @see <a href="https://hl7.org/fhir/R4/valueset-document-reference-status.html">value set</a>
 */
public enum DocumentStatus implements Coded {
  CURRENT,
  SUPERSEDED,
  ENTERED_IN_ERROR
}
