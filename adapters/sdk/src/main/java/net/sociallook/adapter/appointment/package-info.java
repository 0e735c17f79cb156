/**
 * The kinds of data "appointments", "slots" and "schedules", as an integrator gives them to the
 * SDK.
 */
@NullMarked
package net.sociallook.adapter.appointment;

import org.jspecify.annotations.NullMarked;
