/** Reads JSON whose every member is known beforehand. */
@NullMarked
package net.sociallook.gateway.json;

import org.jspecify.annotations.NullMarked;
