/**
 * The client reads what is her own, live from all her institutions through the gateway, and sees
 * what a grant would show before she gives it. Nothing that is fetched is stored or logged.
 */
package net.sociallook.registry.ownaccess;
