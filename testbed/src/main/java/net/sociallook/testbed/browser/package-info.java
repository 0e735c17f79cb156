/**
 * Pages in a real Chromium: what a person sees, and what must hold for every page. Needs Playwright
 * and axe-core on the class path.
 */
package net.sociallook.testbed.browser;
