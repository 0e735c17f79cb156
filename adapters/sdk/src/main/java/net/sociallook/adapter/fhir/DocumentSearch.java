package net.sociallook.adapter.fhir;

import java.util.Optional;
import net.sociallook.adapter.document.DocumentQuery;

/**
 * A search as it was asked for.
 *
 * @param patient as sent
 * @param page the sealed position, as sent
 * @param filters all parameters but count and page, as a query in one fixed order: what a page is
 *     bound to
 */
record DocumentSearch(
    String patient, DocumentQuery query, int count, Optional<String> page, String filters) {}
