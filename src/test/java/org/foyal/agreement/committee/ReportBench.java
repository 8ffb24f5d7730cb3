package org.foyal.agreement.committee;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.foyal.Foyal;
import org.foyal.agreement.Agreement;
import org.foyal.agreement.Agreements.Tally;
import org.foyal.agreement.Day;
import org.foyal.agreement.Party;
import org.foyal.agreement.Source;
import org.foyal.agreement.committee.Meeting.Item;
import org.foyal.agreement.committee.MeetingPage.ReportView;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Told;
import org.foyal.shell.paper.Paper;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.web.MockHttpServletRequest;

/// `bench/report.sh`: the report of a committee that has 500 promises on its agenda, as PDF, beside
/// a bare PDF of the same pages: PDFBox alone that writes the same lines of text with the same
/// typeface at the same sizes of sheet; no HTML, no tables, no tags.
final class ReportBench {
  private static final int PROMISES = 500;
  private static final int WARMING = 5;
  private static final int ROUNDS = 20;

  private ReportBench() {}

  /// Something that makes a document.
  private interface Work {
    byte[] once() throws IOException;
  }

  /// Measures both and prints the middle times and the ratio.
  ///
  /// @param arguments a folder to throw away
  public static void main(String... arguments) throws IOException {
    try (var house =
        SpringApplication.run(
            Foyal.class,
            "--foyal.shell.data=" + arguments[0] + "/data",
            "--server.port=0",
            "--management.server.port=0")) {
      var paper = house.getBean(Paper.class);
      var page =
          house.getBean(Pages.class).of(new MockHttpServletRequest("GET", "/fr/staff/meetings/1"));
      var view = view();
      Work ours = () -> ours(paper, page, view);
      var lines = new ArrayList<List<String>>();
      try (var document = Loader.loadPDF(ours.once())) {
        for (int sheet = 1; sheet <= document.getNumberOfPages(); sheet++) {
          var text = new PDFTextStripper();
          text.setStartPage(sheet);
          text.setEndPage(sheet);
          lines.add(text.getText(document).lines().toList());
        }
      }
      Work bare = () -> bare(lines);
      long ours_us = middle_us(ours);
      long bare_us = middle_us(bare);
      System.out.printf(
          Locale.ROOT,
          "report, %,d promises, %d pages: %,d ms, %,d bytes; bare PDFBox: %,d ms, %,d bytes; ratio %.1f%n",
          PROMISES,
          lines.size(),
          ours_us / 1000,
          ours.once().length,
          bare_us / 1000,
          bare.once().length,
          (double) ours_us / bare_us);
    }
  }

  private static long middle_us(Work work) throws IOException {
    for (int i = 0; i < WARMING; i++) {
      work.once();
    }
    var times = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start_ns = System.nanoTime();
      work.once();
      times[i] = (System.nanoTime() - start_ns) / 1_000;
    }
    Arrays.sort(times);
    return times[ROUNDS / 2];
  }

  private static byte[] ours(Paper paper, Page page, ReportView view) throws IOException {
    var out = new ByteArrayOutputStream();
    var parameters = Map.of("page", page, "view", view, "paper", true);
    paper.write(
        paper.draw("agreement/committee/minutes", parameters), out, view.title(page), Language.FR);
    return out.toByteArray();
  }

  private static byte[] bare(List<List<String>> sheets) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var document = new PDDocument();
        var typeface = Paper.class.getResourceAsStream("atkinson-latin-400.ttf")) {
      var font = PDType0Font.load(document, typeface);
      for (var lines : sheets) {
        var sheet = new PDPage(PDRectangle.A4);
        document.addPage(sheet);
        try (var pen = new PDPageContentStream(document, sheet)) {
          pen.beginText();
          pen.setFont(font, 10);
          pen.setLeading(14);
          pen.newLineAtOffset(56, 780);
          for (var line : lines) {
            pen.showText(line.replaceAll("[^\\p{IsLatin}\\p{ASCII}’«»–·]", " "));
            pen.newLine();
          }
          pen.endText();
        }
      }
      document.save(out);
    }
    return out.toByteArray();
  }

  private static ReportView view() {
    var day = LocalDate.of(2026, 1, 1);
    var items =
        IntStream.range(0, PROMISES)
            .mapToObj(n ->
                new Item(
                    Item.Kind.LATE,
                    Optional.of("promesse-" + n),
                    Told.inFrench(
                        "Promesse numéro " + n + " : ouvrir un lieu de plus par quartier"),
                    Optional.of(day.minusDays(n))))
            .toList();
    var meeting =
        new Meeting(
            1,
            "accord",
            day,
            "Hôtel de ville",
            true,
            Optional.of("Dit."),
            Optional.of(new Meeting.Counted(PROMISES, 0, PROMISES)),
            true,
            1);
    return new ReportView(
        new Meeting.Whole(meeting, items, List.of(), List.of()),
        agreement(day),
        new Tally(Map.of(), PROMISES),
        List.of(new Party("ville", "La ville", Optional.empty(), true)));
  }

  private static Agreement agreement(LocalDate day) {
    return new Agreement(
        "accord",
        Told.inFrench("Accord d’exemple"),
        Optional.empty(),
        Day.exactly(day),
        Optional.empty(),
        false,
        new Source("exemple", Optional.empty(), Optional.empty()),
        true,
        1);
  }
}
