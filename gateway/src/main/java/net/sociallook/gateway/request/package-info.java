/**
 * The closed model of what can be asked, its parser, and its rendering for the holder.
 *
 * <p>Nothing of a request passes but what the model holds: what is not understood is refused, and
 * what goes upstream is rendered from the model alone.
 */
@NullMarked
package net.sociallook.gateway.request;

import org.jspecify.annotations.NullMarked;
