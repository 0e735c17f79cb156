/** Inviting a client: a sheet to print, the digits to compare, the endorsement. */
package net.sociallook.registry.staff.invite;
