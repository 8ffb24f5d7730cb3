package org.foyal.shell.uploads;

/// What can come of taking a file in. The compiler makes every caller answer each case.
public sealed interface Taken {

  /// A picture made anew from the pixels of the one that came: upright, small, without metadata.
  ///
  /// @param mediaType `image/jpeg`, or `image/png` where some of it is transparent
  record Picture(Content content, String mediaType, int width_px, int height_px) implements Taken {}

  /// A document written anew, without anything that acts.
  ///
  /// @param mediaType always `application/pdf`
  record Document(Content content, String mediaType, int pages) implements Taken {}

  /// Nothing is kept.
  record Refused(Reason reason) implements Taken {}

  /// Why a file is not taken; [#words] is the sentence that says what to do.
  enum Reason {
    /// There is nothing in it.
    EMPTY,
    /// It has more bytes than may be sent.
    TOO_BIG,
    /// It has more pixels than may be decoded.
    TOO_MANY_PIXELS,
    /// It is cut, or its parts contradict each other.
    DAMAGED,
    /// A picture as some telephones keep it (HEIC, AVIF), which few browsers show.
    TELEPHONE_PICTURE,
    /// A drawing or a page that could act in a reader's browser (SVG, HTML, XML).
    MARKUP,
    /// A folder of files (ZIP), or a file of a word processor or a spreadsheet.
    OFFICE,
    /// Nothing that is taken.
    UNKNOWN,
    /// A document where only a picture is taken.
    NO_PICTURE,
    /// A document that a password protects.
    LOCKED,
    /// A document that runs scripts, starts programs or sends data.
    ACTS,
    /// A document with other files inside.
    CARRIES_FILES,
    /// A form (XFA) that only one maker's program can show.
    FORM,
    /// A document with more pages than are taken.
    TOO_MANY_PAGES,
    /// A document written in a way that can't be read without risk.
    ODD_DOCUMENT,
    /// Too many files came at once, or this one takes too long.
    BUSY;

    /// The key of the sentence for the reader.
    public String words() {
      return "uploads.refused." + name();
    }
  }
}
