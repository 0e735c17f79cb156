/** How far somebody's session reaches: a client's everywhere, a representative's not. */
package net.sociallook.registry.reach;
