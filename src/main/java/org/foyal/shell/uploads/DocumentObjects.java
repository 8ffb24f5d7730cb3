package org.foyal.shell.uploads;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;

/// Walks every object that a reader of the PDF could reach: refuses the document for one that acts
/// or carries a file, and drops what tells about its author.
final class DocumentObjects {
  private static final int MOST_OBJECTS = 500_000;

  private static final Set<String> ACTING =
      Set.of(
          "JavaScript",
          "Launch",
          "SubmitForm",
          "ImportData",
          "GoToR",
          "GoToE",
          "Rendition",
          "Movie",
          "Sound",
          "GoTo3DView",
          "RichMediaExecute");
  private static final Set<String> CARRYING =
      Set.of("FileAttachment", "RichMedia", "3D", "Screen", "Movie", "Sound");
  private static final List<String> ACTING_KEYS = List.of("JS", "JavaScript");
  private static final List<String> CARRYING_KEYS =
      List.of("EmbeddedFiles", "EmbeddedFile", "EF", "RF", "RichMediaContent");
  private static final List<String> TELLING_KEYS =
      List.of("Metadata", "PieceInfo", "LastModified", "Thumb", "AF");
  private static final List<String> SAFE_LINKS = List.of("http:", "https:", "mailto:", "tel:");

  private final Deque<COSBase> open = new ArrayDeque<>();
  private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private DocumentObjects() {}

  static void clean(PDDocument document) throws IOException {
    new DocumentObjects().walk(document.getDocument().getTrailer());
  }

  private void walk(COSBase start) throws IOException {
    push(start);
    while (!open.isEmpty()) {
      switch (open.pop()) {
        case COSObject reference -> push(reference.getObject());
        case COSDictionary dictionary -> look(dictionary);
        case COSArray array -> {
          for (int i = 0; i < array.size(); i++) {
            push(array.get(i));
          }
        }
        default -> {
          // numbers, names and texts lead nowhere
        }
      }
    }
  }

  private void push(@org.jspecify.annotations.Nullable COSBase object) throws Unfit {
    boolean leads =
        object instanceof COSObject
            || object instanceof COSDictionary
            || object instanceof COSArray;
    if (object != null && leads && seen.add(object)) {
      if (seen.size() > MOST_OBJECTS) {
        throw new Unfit(Taken.Reason.ODD_DOCUMENT);
      }
      open.push(object);
    }
  }

  private void look(COSDictionary dictionary) throws Unfit {
    refuse(dictionary);
    for (var key : TELLING_KEYS) {
      dictionary.removeItem(COSName.getPDFName(key));
    }
    for (var value : dictionary.getValues()) {
      push(value);
    }
  }

  private static void refuse(COSDictionary dictionary) throws Unfit {
    if (has(dictionary, List.of("XFA"))) {
      throw new Unfit(Taken.Reason.FORM);
    }
    if (has(dictionary, CARRYING_KEYS)
        || CARRYING.contains(String.valueOf(dictionary.getNameAsString(COSName.SUBTYPE)))
        || "EmbeddedFile".equals(dictionary.getNameAsString(COSName.TYPE))) {
      throw new Unfit(Taken.Reason.CARRIES_FILES);
    }
    if (has(dictionary, ACTING_KEYS)
        || ACTING.contains(String.valueOf(dictionary.getNameAsString(COSName.S)))
        || leadsAstray(dictionary)) {
      throw new Unfit(Taken.Reason.ACTS);
    }
  }

  private static boolean has(COSDictionary dictionary, List<String> keys) {
    return keys.stream().anyMatch(key -> dictionary.containsKey(COSName.getPDFName(key)));
  }

  /// A link to anything but a page, a mailbox or a telephone.
  private static boolean leadsAstray(COSDictionary dictionary) {
    if (!"URI".equals(dictionary.getNameAsString(COSName.S))) {
      return false;
    }
    var to = dictionary.getString(COSName.URI);
    var address = to == null ? "" : to.strip().toLowerCase(Locale.ROOT);
    return address.contains(":") && SAFE_LINKS.stream().noneMatch(address::startsWith);
  }
}
