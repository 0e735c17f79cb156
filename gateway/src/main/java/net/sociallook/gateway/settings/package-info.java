/** What an operator says of a node, checked before it starts. */
@NullMarked
package net.sociallook.gateway.settings;

import org.jspecify.annotations.NullMarked;
