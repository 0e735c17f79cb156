/**
 * Decides every resource of a holder's answer on its own and copies what may be released.
 *
 * <p>Plain functions over bytes: no framework, no I/O, no clock. A filter reads the answer in
 * chunks of any size, holds at most one entry at a time, builds no tree, and copies slices of the
 * input: a number or a text that is released has the very bytes the holder wrote. What it cannot
 * judge does not pass. {@code docs/filter.md} says what passes.
 */
@NullMarked
package net.sociallook.gateway.filter;

import org.jspecify.annotations.NullMarked;
