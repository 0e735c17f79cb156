/** Acting for somebody else: for whom, and who does so for oneself. */
package net.sociallook.registry.page.acting;
