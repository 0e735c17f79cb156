package net.sociallook.registry.staff.invite;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A text as QR code in SVG, black on white, with the quiet zone of four modules around it.
 *
 * @see <a href="https://www.iso.org/standard/83389.html">ISO/IEC 18004</a>
 */
record QrCode(String text) {
  private static final int QUIET = 4;

  String svg() {
    ByteMatrix modules = modules();
    int size = modules.getWidth() + 2 * QUIET;
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y) == 1) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"480\" height=\"480\" viewBox=\"0 0 "
        + size
        + " "
        + size
        + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h"
        + size
        + "v"
        + size
        + "H0z\"/><path d=\""
        + path
        + "\"/></svg>";
  }

  private ByteMatrix modules() {
    try {
      return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
    } catch (WriterException e) {
      throw new IllegalStateException("text: too long for a QR code (expected: an address)", e);
    }
  }
}
