/** The kinds of data "goals" and "care plans", as an integrator gives them to the SDK. */
@NullMarked
package net.sociallook.adapter.goal;

import org.jspecify.annotations.NullMarked;
