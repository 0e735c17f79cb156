/** Whom a pseudonym means in the existing system. */
@NullMarked
package net.sociallook.adapter.link;

import org.jspecify.annotations.NullMarked;
