/** From what is ticked to what is signed: check it, read the words, sign, and see what stands. */
package net.sociallook.registry.page.signing;
