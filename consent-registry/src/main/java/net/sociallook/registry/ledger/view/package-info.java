/**
 * Views of the ledger: the client's log, which leaves nothing out, and what an institution may see.
 * Both as JSON and as FHIR AuditEvents.
 */
package net.sociallook.registry.ledger.view;
