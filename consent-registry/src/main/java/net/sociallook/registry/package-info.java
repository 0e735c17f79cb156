/**
 * The consent registry: the service that holds what clients allow, and proves it.
 *
 * <p>This package starts it and reads its configuration; every other package is one feature.
 */
package net.sociallook.registry;
