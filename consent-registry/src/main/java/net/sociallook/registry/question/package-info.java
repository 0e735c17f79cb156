/** What clients ask about lines of their log or complain about, and what institutions answer. */
package net.sociallook.registry.question;
