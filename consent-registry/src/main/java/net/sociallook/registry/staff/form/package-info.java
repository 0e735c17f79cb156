/** The sheets on which clients without a device allow something, for staff to print. */
package net.sociallook.registry.staff.form;
