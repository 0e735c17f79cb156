/** The call to the holder's adapter. */
@NullMarked
package net.sociallook.gateway.upstream;

import org.jspecify.annotations.NullMarked;
