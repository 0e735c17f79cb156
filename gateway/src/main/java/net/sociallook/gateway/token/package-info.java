/**
 * The consent token: from a string to domain values that were signed by everybody who had to.
 *
 * <p>Plain functions and bounded caches; what is wrong with a token is a value, never told to its
 * bearer.
 */
@NullMarked
package net.sociallook.gateway.token;

import org.jspecify.annotations.NullMarked;
