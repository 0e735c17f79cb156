/** The kind of data "documents", as an integrator gives it to the SDK. */
@NullMarked
package net.sociallook.adapter.document;

import org.jspecify.annotations.NullMarked;
