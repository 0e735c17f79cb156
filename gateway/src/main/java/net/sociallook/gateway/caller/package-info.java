/** Who is calling: institutions, their certificates, and how many strangers may knock. */
@NullMarked
package net.sociallook.gateway.caller;

import org.jspecify.annotations.NullMarked;
