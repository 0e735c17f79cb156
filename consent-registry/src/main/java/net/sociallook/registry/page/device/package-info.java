/** The client's devices: which there are, one more, one less. */
package net.sociallook.registry.page.device;
