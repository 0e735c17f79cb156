/** A client's devices: one more, endorsed by an older one, and one less. */
package net.sociallook.registry.device;
