/** A whole gateway over real TLS, with a simulated registry and a simulated adapter around it. */
package net.sociallook.gateway.world;
