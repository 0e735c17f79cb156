/**
 * Handing an answer to the caller, chunk by chunk, on a connection that can be reset.
 *
 * <p>What a withdrawal must stop is not what a program means to send but what it has handed to its
 * kernel. So between a check and the kernel there is never more than one chunk, and a connection
 * that must end is reset: what the kernel still holds is dropped, and the caller cannot take what
 * arrived for the whole.
 */
@NullMarked
package net.sociallook.gateway.delivery;

import org.jspecify.annotations.NullMarked;
