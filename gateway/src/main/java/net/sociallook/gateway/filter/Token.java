package net.sociallook.gateway.filter;

/** What a {@link Tokenizer} reads next. */
enum Token {
  /** All bytes at hand are read. */
  NEED_MORE,
  OBJECT_START,
  OBJECT_END,
  ARRAY_START,
  ARRAY_END,
  /** The name of a member; its value follows. */
  NAME,
  STRING,
  NUMBER,
  TRUE,
  FALSE,
  NULL
}
