/** Whether a request was decided by a gateway, for this adapter, just now and once. */
@NullMarked
package net.sociallook.adapter.assertion;

import org.jspecify.annotations.NullMarked;
