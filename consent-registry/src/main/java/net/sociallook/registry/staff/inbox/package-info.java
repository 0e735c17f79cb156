/**
 * The inbox of an institution without a system of its own: here its staff read what clients allow,
 * live through the gateway, each under her own name. Nothing that is fetched is stored or logged.
 */
package net.sociallook.registry.staff.inbox;
