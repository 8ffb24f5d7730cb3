package org.foyal.shell.uploads;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/// Reads a PDF, refuses what acts, and writes the rest anew without its metadata.
final class DocumentMaking {
  private static final int MOST_PAGES = 300;
  private static final int END_bytes = 2048;

  private DocumentMaking() {}

  static Taken.Document make(byte[] file) throws IOException {
    if (isCut(file)) {
      throw new Unfit(Taken.Reason.DAMAGED);
    }
    DocumentStreams.refuseWhatSwells(file);
    try (var document = Loader.loadPDF(file)) {
      if (document.isEncrypted()) {
        throw new Unfit(Taken.Reason.LOCKED);
      }
      DocumentObjects.clean(document);
      int pages = document.getNumberOfPages();
      if (pages == 0 || pages > MOST_PAGES) {
        throw new Unfit(pages == 0 ? Taken.Reason.DAMAGED : Taken.Reason.TOO_MANY_PAGES);
      }
      return new Taken.Document(new Content(written(document, file)), "application/pdf", pages);
    } catch (InvalidPasswordException locked) {
      throw new Unfit(Taken.Reason.LOCKED);
    }
  }

  /// Readers mend a file without its end, and then show half of it.
  private static boolean isCut(byte[] file) {
    int from = Math.max(0, file.length - END_bytes);
    return !new String(file, from, file.length - from, StandardCharsets.ISO_8859_1)
        .contains("%%EOF");
  }

  private static byte[] written(PDDocument document, byte[] file) throws IOException {
    document.setDocumentInformation(new PDDocumentInformation());
    document.getDocument().getTrailer().removeItem(COSName.ID);
    var mark = new CRC32();
    mark.update(file);
    document.setDocumentId(mark.getValue());
    var out = new ByteArrayOutputStream();
    document.save(out);
    if (out.size() > SafeUploads.MOST_bytes) {
      throw new Unfit(Taken.Reason.TOO_BIG);
    }
    return out.toByteArray();
  }
}
