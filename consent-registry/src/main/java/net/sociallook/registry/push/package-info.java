/**
 * Devices on which clients want to be told that there is something new, and the push services that
 * may be asked to tell them.
 */
package net.sociallook.registry.push;
