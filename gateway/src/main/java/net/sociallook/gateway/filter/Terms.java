package net.sociallook.gateway.filter;

import java.time.Instant;
import net.sociallook.consent.Admission;

/**
 * What every resource of one answer is decided on.
 *
 * @param admission the permitted request. Its client is the one the answer must be about, whichever
 *     pseudonym it uses for her
 * @param admittedAt the instant of admission; the whole answer is decided as of then
 * @param client how the answer names her, and how the recipient does
 */
public record Terms(Admission admission, Instant admittedAt, PseudonymTranslation client) {}
