/** Who of an institution's staff looked at what. */
package net.sociallook.registry.staff.log;
