/**
 * The adapter to a Jobcenter's case system: a proprietary REST service with formats, paging and
 * errors of its own. Reads only.
 */
@NullMarked
package net.sociallook.adapter.jobcenter;

import org.jspecify.annotations.NullMarked;
