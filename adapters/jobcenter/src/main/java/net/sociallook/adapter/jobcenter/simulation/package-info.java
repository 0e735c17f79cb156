/**
 * The existing system that the adapter is shown with, over the wire: invented data, real state. No
 * part of the adapter.
 */
@NullMarked
package net.sociallook.adapter.jobcenter.simulation;

import org.jspecify.annotations.NullMarked;
