package net.sociallook.adapter.record;

/**
 * A code of a code system.
 *
 * @param system the URI of the code system
 * @param display the meaning in words
 */
public record Code(String system, String code, String display) {}
