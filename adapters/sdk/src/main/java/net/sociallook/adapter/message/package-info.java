/** The kind of data "messages", as an integrator gives it to the SDK. */
@NullMarked
package net.sociallook.adapter.message;

import org.jspecify.annotations.NullMarked;
