/** Coming back after a loss: what waits, what it may do meanwhile, and what older devices say. */
package net.sociallook.registry.page.recovery;
