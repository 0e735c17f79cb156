/** The contracts, to be read by everybody. */
@org.jspecify.annotations.NullMarked
package net.sociallook.registry.openapi;
