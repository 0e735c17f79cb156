/** Pages that say something about the page: help, privacy, accessibility. */
package net.sociallook.registry.page.about;
