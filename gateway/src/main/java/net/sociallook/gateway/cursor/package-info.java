/** Links to further pages: sealed, so that no node must remember them and nobody can change one. */
@NullMarked
package net.sociallook.gateway.cursor;

import org.jspecify.annotations.NullMarked;
