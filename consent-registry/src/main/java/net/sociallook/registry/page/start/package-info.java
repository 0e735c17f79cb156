/** Where everybody begins: who may do what. */
package net.sociallook.registry.page.start;
