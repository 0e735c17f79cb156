package net.sociallook.gateway.filter;

/** What became of one value. */
enum Copied {
  WRITTEN,
  /** Not to be released; what was written of it is to be taken back. */
  LEFT_OUT,
  /** Because of it, the object it stands in is not to be released. */
  OWNER_LEFT_OUT,
  /** Because of it, the resource is to be withheld. */
  REFUSED
}
