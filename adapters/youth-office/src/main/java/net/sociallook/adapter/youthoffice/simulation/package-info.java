/**
 * The existing system that the adapter is shown with: its tables, invented data, real files. No
 * part of the adapter.
 */
@NullMarked
package net.sociallook.adapter.youthoffice.simulation;

import org.jspecify.annotations.NullMarked;
