package net.sociallook.registry.sequence;

/**
 * An entry with its place in the order.
 *
 * @param sequence from 1, without gaps
 */
public record Withdrawal(long sequence, WithdrawalEntry entry) {}
