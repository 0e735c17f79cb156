/** TLS, callers, refusals: what all requests have in common. */
@NullMarked
package net.sociallook.adapter.server;

import org.jspecify.annotations.NullMarked;
