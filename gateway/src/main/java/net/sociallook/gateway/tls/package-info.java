/** TLS towards registry and adapters. */
@NullMarked
package net.sociallook.gateway.tls;

import org.jspecify.annotations.NullMarked;
