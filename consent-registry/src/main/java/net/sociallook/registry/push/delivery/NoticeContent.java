package net.sociallook.registry.push.delivery;

/** What a notice says: the same to everybody, about whatever it is. */
public interface NoticeContent {

  /**
   * JSON for the service worker of the page, UTF-8.
   *
   * @param language tag; German where it is none of the page's
   */
  byte[] in(String language);
}
