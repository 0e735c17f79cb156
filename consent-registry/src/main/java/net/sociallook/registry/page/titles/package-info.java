/**
 * What the things are called that pages know only by their ids. Asked of who has them when the
 * client wants to know, shown once, and kept nowhere.
 */
package net.sociallook.registry.page.titles;
