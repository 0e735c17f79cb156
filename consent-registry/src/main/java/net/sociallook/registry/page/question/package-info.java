/** Asking an institution about a line of the log, and complaining. */
package net.sociallook.registry.page.question;
