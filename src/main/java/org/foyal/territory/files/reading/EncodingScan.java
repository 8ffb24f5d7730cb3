package org.foyal.territory.files.reading;

/// Reads bytes one after the other and knows at the end in which encoding they are text.
///
/// One wrong byte is enough to tell that a text is not UTF-8, and one letter that is UTF-8 beside
/// it tells that two encodings were mixed: that is refused, for every guess would spoil a name.
final class EncodingScan {
  private long position;
  private long line = 1;
  private int due; // bytes that the letter begun still needs
  private int low = 0x80; // bounds of the next of them: they keep out overlong forms and surrogates
  private int high = 0xBF;
  private boolean utf8;
  private long firstForeign;
  private long notText;
  private int notTextByte;
  private int first = -1;
  private int second = -1;
  private int third = -1;
  private int opening = -1;
  private int last = -1;

  void take(byte[] bytes, int length) throws RowRefused {
    for (int i = 0; i < length; i++) {
      take(bytes[i] & 0xFF);
    }
  }

  private void take(int b) throws RowRefused {
    keep(b);
    if (b == '\n') {
      line++;
    }
    if (due > 0) {
      if (b >= low && b <= high) {
        due--;
        low = 0x80;
        high = 0xBF;
        utf8 |= due == 0;
        return;
      }
      due = 0;
      foreign();
    }
    if (b < 0x80) {
      if (b < 0x20 && b != '\n' && b != '\r' && b != '\t' && notText == 0) {
        notText = line;
        notTextByte = b;
      }
    } else {
      begin(b);
    }
  }

  private void keep(int b) throws RowRefused {
    if (position == 0) {
      first = b;
    } else if (position == 1) {
      second = b;
      if ((first == 0xFE && b == 0xFF) || (first == 0xFF && b == 0xFE)) {
        throw new RowRefused(Reason.UTF_16);
      }
    } else if (position == 2) {
      third = b;
    }
    boolean mark = position < 3 && (b == 0xEF || b == 0xBB || b == 0xBF);
    if (opening < 0 && b > ' ' && !mark) {
      opening = b;
    }
    last = b;
    position++;
  }

  private void begin(int b) {
    low = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
    high = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
    due = b >= 0xC2 && b <= 0xDF ? 1 : b >= 0xE0 && b <= 0xEF ? 2 : b >= 0xF0 && b <= 0xF4 ? 3 : 0;
    if (due == 0) {
      foreign();
      // the five bytes that Windows-1252 leaves undefined
      if ((b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D) && notText == 0) {
        notText = line;
        notTextByte = b;
      }
    }
  }

  private void foreign() {
    if (firstForeign == 0) {
      firstForeign = line;
    }
  }

  /// Judges what was read.
  void end() throws RowRefused {
    if (opening < 0 && notText == 0) {
      throw new RowRefused(Reason.EMPTY_FILE);
    }
    if (notText > 0) {
      throw new RowRefused(
          Reason.NOT_TEXT, "0x%02X".formatted(notTextByte), Long.toString(notText));
    }
    if (firstForeign > 0 && (utf8 || marked())) {
      throw new RowRefused(Reason.MIXED_ENCODING, Long.toString(firstForeign));
    }
  }

  boolean windows() {
    return firstForeign > 0 || due > 0;
  }

  boolean marked() {
    return first == 0xEF && second == 0xBB && third == 0xBF;
  }

  boolean opensAsJson() {
    return opening == '{' || opening == '[';
  }

  boolean endsInNewline() {
    return last == '\n' || last == '\r';
  }
}
