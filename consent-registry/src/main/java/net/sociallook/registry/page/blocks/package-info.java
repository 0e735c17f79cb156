/** Blocks: a client's standing "no". Set with one confirmation, lifted with a signature. */
package net.sociallook.registry.page.blocks;
