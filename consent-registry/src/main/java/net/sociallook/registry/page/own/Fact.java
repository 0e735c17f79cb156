package net.sociallook.registry.page.own;

/**
 * One line below a title.
 *
 * @param label last part of its key {@code own.fact.…}
 * @param value what an institution wrote, or a date in the reader's words
 * @param written whether it is what an institution wrote
 */
public record Fact(String label, String value, boolean written) {}
