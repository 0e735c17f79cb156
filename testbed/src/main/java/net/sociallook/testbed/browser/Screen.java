package net.sociallook.testbed.browser;

/** The sizes at which pages are looked at, in CSS pixels. */
public enum Screen {
  PHONE(360, 740),
  DESKTOP(1280, 800),
  /** A desktop of 1280 at 400 %: WCAG 2.2, 1.4.10. */
  NARROW(320, 740),
  /** The same at 200 %. */
  ZOOMED(640, 400);

  private final int width;
  private final int height;

  Screen(int width, int height) {
    this.width = width;
    this.height = height;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }
}
