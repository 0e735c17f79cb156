/** What stands between a registry and a browser when something is to be told: a push service. */
package net.sociallook.testbed.push;
