/** Makes readable pages from the contracts, when they are built. */
@NullMarked
package net.sociallook.openapi;

import org.jspecify.annotations.NullMarked;
