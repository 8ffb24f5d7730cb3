package org.foyal.learning.calendars;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/// Writes lines as RFC 5545, 3.1 wants them: none longer than 75 octets of UTF-8, folded before a
/// character and never within one. Line ends come as CRLF and go as such.
final class FoldedWriter extends FilterWriter {
  private static final int MOST_octets = 75;

  private int octets;

  FoldedWriter(Writer out) {
    super(out);
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    for (int i = from; i < from + length; ) {
      int sign = text.codePointAt(i);
      put(sign);
      i += Character.charCount(sign);
    }
  }

  @Override
  public void write(char[] signs, int from, int length) throws IOException {
    write(new String(signs, from, length), 0, length);
  }

  @Override
  public void write(int sign) throws IOException {
    put(sign);
  }

  private void put(int sign) throws IOException {
    if (sign == '\n' || sign == '\r') {
      out.write(sign);
      octets = 0;
      return;
    }
    int more = sign < 0x80 ? 1 : sign < 0x800 ? 2 : sign < 0x10000 ? 3 : 4;
    if (octets + more > MOST_octets) {
      out.write("\r\n ");
      octets = 1;
    }
    out.write(Character.toString(sign));
    octets += more;
  }
}
