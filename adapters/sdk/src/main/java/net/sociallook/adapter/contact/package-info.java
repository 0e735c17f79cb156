/** The kind of data "contact", as an integrator gives it to the SDK. */
@NullMarked
package net.sociallook.adapter.contact;

import org.jspecify.annotations.NullMarked;
