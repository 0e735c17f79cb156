package net.sociallook.registry.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A request whose body fails to be read past its limit, however long it claims to be. */
final class BodyLimit extends HttpServletRequestWrapper {
  private static final long MOST_DRAINED = 64L * 1024 * 1024;

  private final int largest;

  BodyLimit(HttpServletRequest request, int largest) {
    super(request);
    this.largest = largest;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new Counted(super.getInputStream(), largest);
  }

  @Override
  public BufferedReader getReader() throws IOException {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  /**
   * Reads a refused body and forgets it. Without that the connection would be reset while a browser
   * is still sending, and nobody could read why. There is an end to it, too.
   */
  static void drain(HttpServletRequest request) throws IOException {
    ServletInputStream body = request.getInputStream();
    byte[] chunk = new byte[16 * 1024];
    long read = 0;
    for (int n = body.read(chunk); n >= 0 && read < MOST_DRAINED; n = body.read(chunk)) {
      read += n;
    }
  }

  static boolean exceededIn(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Exceeded) {
        return true;
      }
    }
    return false;
  }

  private static final class Exceeded extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Counted extends ServletInputStream {
    private final ServletInputStream body;
    private int left;

    Counted(ServletInputStream body, int largest) {
      this.body = body;
      this.left = largest;
    }

    @Override
    public int read() throws IOException {
      int value = body.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = body.read(target, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int bytes) throws Exceeded {
      left -= bytes;
      if (left < 0) {
        throw new Exceeded();
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(@Nullable ReadListener listener) {
      throw new UnsupportedOperationException("read listener (expected: blocking reads)");
    }
  }
}
