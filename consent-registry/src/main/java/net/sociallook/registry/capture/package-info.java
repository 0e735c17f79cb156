/**
 * Grants of clients without a device: what an institution captures before a witness, on its own
 * device or on paper, for its own data.
 */
@NullMarked
package net.sociallook.registry.capture;

import org.jspecify.annotations.NullMarked;
