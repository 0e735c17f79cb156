/** How a client comes to be known at an institution, and as what. */
package net.sociallook.registry.link;
