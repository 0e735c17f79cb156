/**
 * The page among the apps of a phone: what it is called there, how it looks, and what it says
 * without a connection.
 */
package net.sociallook.registry.page.install;
