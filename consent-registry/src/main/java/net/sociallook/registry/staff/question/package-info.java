/** What clients ask the institution or complain about, and its answers. */
package net.sociallook.registry.staff.question;
