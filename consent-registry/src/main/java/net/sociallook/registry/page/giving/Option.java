package net.sociallook.registry.page.giving;

import net.sociallook.consent.Provision;

/**
 * One switch.
 *
 * @param key its value in the form
 * @param widest the most that can be allowed with it
 */
public record Option(String key, Provision widest) {}
