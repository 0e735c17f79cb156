package net.sociallook.gateway.request;

/** Why a request is none of those that can be asked. */
public enum Misfit {
  /** Path, parameter or value that is not understood. */
  NOT_UNDERSTOOD,
  /** A path where nothing is. */
  NOT_FOUND,
  METHOD,
  NOT_ACCEPTABLE,
  MEDIA_TYPE
}
