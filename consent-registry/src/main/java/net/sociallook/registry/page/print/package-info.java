/** What is printed: PDF made from templates, tagged, with its fonts, in all languages. */
package net.sociallook.registry.page.print;
