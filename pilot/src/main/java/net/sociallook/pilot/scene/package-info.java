/** Walkthroughs as data: what is allowed, who looks, and what must come of it. */
package net.sociallook.pilot.scene;
