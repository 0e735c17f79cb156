package net.sociallook.adapter.search;

import java.util.Optional;

/**
 * A search as it was asked for.
 *
 * @param patient as sent; empty for kinds that are about nobody
 * @param page the sealed position, as sent
 * @param sent all parameters but count and page, as a query in one fixed order: what a page is
 *     bound to
 */
public record Search(
    Optional<String> patient, Filters filters, int count, Optional<String> page, String sent) {}
