/** The part of a consent token that only gateways can read. */
package net.sociallook.registry.token.routing;
