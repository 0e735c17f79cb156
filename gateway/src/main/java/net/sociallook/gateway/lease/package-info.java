/** This node's lease and the withdrawal sequence. */
@NullMarked
package net.sociallook.gateway.lease;

import org.jspecify.annotations.NullMarked;
