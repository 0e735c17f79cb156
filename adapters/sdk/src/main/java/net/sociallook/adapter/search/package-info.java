/** What can be searched for, and how the query of a search is understood. */
@NullMarked
package net.sociallook.adapter.search;

import org.jspecify.annotations.NullMarked;
