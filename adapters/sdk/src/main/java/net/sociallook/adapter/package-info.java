/** What an integrator starts: an adapter, with its configuration. */
@NullMarked
package net.sociallook.adapter;

import org.jspecify.annotations.NullMarked;
