/**
 * The adapter to a youth office's case system: a relational database with German names, and files
 * beside it. Reads only.
 */
@NullMarked
package net.sociallook.adapter.youthoffice;

import org.jspecify.annotations.NullMarked;
