package net.sociallook.registry.token;

import net.sociallook.registry.grant.BlockReader;
import net.sociallook.registry.grant.GrantReader;
import net.sociallook.registry.link.Pseudonyms;
import net.sociallook.registry.sequence.WithdrawalSequence;

/** Where everything that a token rests on is read. */
public record ConsentSources(
    Pseudonyms pseudonyms, GrantReader grants, BlockReader blocks, WithdrawalSequence sequence) {}
