/** Clients without a device: linking them, writing down what they allow, taking it back. */
package net.sociallook.registry.staff.capture;
