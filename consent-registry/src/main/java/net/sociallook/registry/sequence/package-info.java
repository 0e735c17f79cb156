/** The strictly ordered sequence of everything that takes something back. */
package net.sociallook.registry.sequence;
