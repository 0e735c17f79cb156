/** What the gateway says about itself, to everybody. */
@NullMarked
package net.sociallook.gateway.metadata;

import org.jspecify.annotations.NullMarked;
