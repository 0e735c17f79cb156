/** What all kinds of data have in common: pages, codes, labels, whom a record is about. */
@NullMarked
package net.sociallook.adapter.record;

import org.jspecify.annotations.NullMarked;
