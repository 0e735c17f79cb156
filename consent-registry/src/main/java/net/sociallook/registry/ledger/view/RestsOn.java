package net.sociallook.registry.ledger.view;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an access rested on, as far as it was kept. Null is what was not kept, or has no place.
 *
 * @param level of the evidence for the grant
 * @param witness of it, by id
 * @param witnessedAt institution of the witness, by id
 * @param signedOn on paper: the day beside the client's signature
 * @param actedFor in which capacity somebody looked for the client, or allowed it for her
 * @param proof how it is known which caseworker looked, where she did so on the staff's page
 */
record RestsOn(
    @Nullable String level,
    @Nullable String witness,
    @Nullable String witnessedAt,
    @Nullable LocalDate signedOn,
    @Nullable String actedFor,
    @Nullable String proof) {}
