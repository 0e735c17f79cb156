/** What clients have allowed the institution. */
package net.sociallook.registry.staff.given;
