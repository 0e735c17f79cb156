/** Tells devices, through their push services, that there is something new. */
package net.sociallook.registry.push.delivery;
