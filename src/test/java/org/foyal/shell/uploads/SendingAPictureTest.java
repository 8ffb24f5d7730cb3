package org.foyal.shell.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyal.shell.uploads.Planted.file;
import static org.foyal.shell.uploads.Planted.joined;
import static org.foyal.shell.uploads.Planted.jpeg;
import static org.foyal.shell.uploads.Planted.text;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.foyal.shell.uploads.Taken.Picture;
import org.foyal.shell.uploads.Taken.Reason;
import org.foyal.shell.uploads.Taken.Refused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SendingAPictureTest {
  private static final SafeUploads UPLOADS = new SafeUploads();

  @AfterAll
  static void close() {
    UPLOADS.destroy();
  }

  private static Taken take(byte[] file) {
    return UPLOADS.take(new ByteArrayInputStream(file));
  }

  private static Picture taken(byte[] file) {
    assertThat(take(file)).isInstanceOf(Picture.class);
    return (Picture) take(file);
  }

  private static BufferedImage seen(Picture picture) throws IOException {
    return ImageIO.read(picture.content().open());
  }

  private static boolean near(int rgb, Color color) {
    var c = new Color(rgb);
    return Math.abs(c.getRed() - color.getRed()) < 24
        && Math.abs(c.getGreen() - color.getGreen()) < 24
        && Math.abs(c.getBlue() - color.getBlue()) < 24;
  }

  private static String written(Picture picture) {
    return new String(picture.content().bytes(), StandardCharsets.ISO_8859_1);
  }

  @Test
  void aPhotoLosesItsPlaceAndStandsUpright() throws IOException {
    var sent = Planted.jpegWithPlace(6);
    assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains(Planted.SECRET);
    var picture = taken(sent);
    assertThat(picture.width_px()).isEqualTo(200);
    assertThat(picture.height_px()).isEqualTo(400);
    assertThat(written(picture)).doesNotContain(Planted.SECRET).doesNotContain("Exif");
    assertThat(near(seen(picture).getRGB(100, 50), Color.RED)).as("the left came up").isTrue();
    assertThat(near(seen(picture).getRGB(100, 350), Color.BLUE)).isTrue();
  }

  @Test
  void everyOtherWayOfHoldingACameraIsTurnedToo() throws IOException {
    for (int held = 1; held <= 8; held++) {
      var picture = taken(Planted.jpegWithPlace(held));
      boolean lies = held >= 5;
      assertThat(picture.width_px()).as("orientation " + held).isEqualTo(lies ? 200 : 400);
      boolean redFirst = held == 1 || held == 4 || held == 5 || held == 6;
      int first = lies ? seen(picture).getRGB(100, 50) : seen(picture).getRGB(50, 100);
      assertThat(near(first, redFirst ? Color.RED : Color.BLUE)).as("orientation " + held).isTrue();
    }
  }

  @Test
  void whatIsHiddenBehindThePictureIsGone() {
    var tail = joined(Planted.zip(), text("<script>alert(1)</script>"));
    var picture = taken(joined(jpeg(), tail));
    assertThat(written(picture)).doesNotContain("PK\u0003\u0004").doesNotContain("<script>");
    var note = Planted.afterStart(jpeg(), 0xFE, text("<?php system($_GET[0]); ?>"));
    assertThat(written(taken(note))).doesNotContain("<?php");
    var png = joined(file("png", Planted.photo(40, 20)), text("<script>alert(1)</script>"));
    assertThat(written(taken(png))).doesNotContain("<script>");
  }

  @Test
  void aLargePhotoIsMadeToFitItsEdgeAndItsBytes() {
    var picture = taken(file("jpeg", Planted.noise(2600, 1300, BufferedImage.TYPE_INT_RGB)));
    assertThat(picture.content().size_bytes()).isLessThanOrEqualTo(SafeUploads.PICTURE_bytes);
    assertThat(picture.width_px()).isLessThanOrEqualTo(SafeUploads.EDGE_px);
    assertThat((double) picture.width_px() / picture.height_px()).isBetween(1.98, 2.02);
    assertThat(taken(file("jpeg", Planted.photo(5000, 4000))).width_px())
        .isEqualTo(SafeUploads.EDGE_px);
  }

  @Test
  void aThumbnailIsSmallAndOfTheSamePicture() throws IOException {
    var small = UPLOADS.thumbnail(taken(Planted.jpegWithPlace(6)), 120);
    assertThat(small).isInstanceOf(Picture.class);
    var picture = (Picture) small;
    assertThat(picture.height_px()).isEqualTo(120);
    assertThat(picture.width_px()).isEqualTo(60);
    assertThat(near(seen(picture).getRGB(30, 10), Color.RED)).isTrue();
  }

  @Test
  void aTransparentPictureStaysTransparentUnlessItIsTooHeavyForThat() throws IOException {
    var clear = new BufferedImage(60, 40, BufferedImage.TYPE_INT_ARGB);
    clear.setRGB(30, 20, 0xFFFF0000);
    var picture = taken(file("png", clear));
    assertThat(picture.mediaType()).isEqualTo("image/png");
    assertThat(seen(picture).getRGB(0, 0) >>> 24).isZero();
    var heavy = taken(file("png", Planted.noise(1500, 900, BufferedImage.TYPE_INT_ARGB)));
    assertThat(heavy.mediaType()).isEqualTo("image/jpeg");
    assertThat(heavy.content().size_bytes()).isLessThanOrEqualTo(SafeUploads.PICTURE_bytes);
    assertThat(taken(file("png", Planted.photo(40, 20))).mediaType())
        .as("opaque")
        .isEqualTo("image/jpeg");
  }

  @Test
  void deepColoursColoursForPrintAndMovingPicturesAreRead() throws IOException {
    var deep = Planted.png(10, 4, 16, (10 * 6 + 1) * 4);
    assertThat(taken(deep).width_px()).isEqualTo(10);
    var print = taken(Planted.jpegForPrint());
    assertThat(near(seen(print).getRGB(10, 10), Color.WHITE)).isTrue();
    var gif = taken(Planted.movingGif());
    assertThat(near(seen(gif).getRGB(50, 100), Color.RED)).as("the first frame").isTrue();
    var webp = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    assertThat(taken(webp).width_px()).isEqualTo(1);
  }

  static Stream<Arguments> refused() {
    var photo = jpeg();
    var packed = Planted.chunk("zTXt", joined(text("Comment\0\0"), Planted.zlib(200_000_000)));
    var bomb = Planted.png(2, 1, 8, 7, packed);
    return Stream.of(
        Arguments.of("nothing", new byte[0], Reason.EMPTY),
        Arguments.of(
            "a small file of 60,000 × 60,000",
            Planted.png(60_000, 60_000, 8, 9),
            Reason.TOO_MANY_PIXELS),
        Arguments.of(
            "a size beyond all numbers",
            Planted.png(Integer.MAX_VALUE, Integer.MAX_VALUE, 8, 9),
            Reason.TOO_MANY_PIXELS),
        Arguments.of("a negative size", Planted.png(-5, 10, 8, 9), Reason.DAMAGED),
        Arguments.of("fewer pixels than announced", Planted.png(100, 100, 8, 9), Reason.DAMAGED),
        Arguments.of(
            "a drawing that acts, called .jpg", text("\n<svg onload='alert(1)'/>"), Reason.MARKUP),
        Arguments.of("a page", text("<!doctype html><script>1</script>"), Reason.MARKUP),
        Arguments.of(
            "a drawing in UTF-16",
            "\uFEFF<svg/>".getBytes(StandardCharsets.UTF_16LE),
            Reason.MARKUP),
        Arguments.of("a file of a word processor", Planted.zip(), Reason.OFFICE),
        Arguments.of(
            "a telephone's picture",
            text("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"),
            Reason.TELEPHONE_PICTURE),
        Arguments.of("a cut JPEG", Arrays.copyOf(photo, photo.length / 2), Reason.DAMAGED),
        Arguments.of("three bytes", Arrays.copyOf(photo, 3), Reason.DAMAGED),
        Arguments.of("a program", joined(new byte[] {0x7F}, text("ELF")), Reason.UNKNOWN),
        Arguments.of("a text", text("Bonjour"), Reason.UNKNOWN),
        Arguments.of("a film", text("\0\0\0\u0018ftypmp42"), Reason.UNKNOWN),
        Arguments.of(
            "too many bytes", Arrays.copyOf(photo, SafeUploads.MOST_bytes + 1), Reason.TOO_BIG),
        Arguments.of(
            "a cut PNG whose text swells", Arrays.copyOf(bomb, bomb.length - 20), Reason.DAMAGED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void whatIsNoSoundPictureIsRefusedWithItsReason(String what, byte[] file, Reason reason) {
    assertThat(take(file)).as(what).isEqualTo(new Refused(reason));
  }

  @Test
  void aTextThatSwellsNeverReachesTheDecoder() throws Unfit {
    var packed = Planted.chunk("zTXt", joined(text("Comment\0\0"), Planted.zlib(50_000_000)));
    var bomb = Planted.png(2, 1, 8, 7, packed);
    assertThat(PngParts.read(bomb).content().size_bytes()).isLessThan(120);
    assertThat(taken(bomb).width_px()).isEqualTo(2);
  }

  @Test
  void aJpegOfEndlessScansIsRefused() {
    var photo = jpeg();
    int scan = new String(photo, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00da");
    var body = Arrays.copyOfRange(photo, scan, photo.length - 2);
    var many = Arrays.copyOf(photo, scan);
    for (int i = 0; i < 70; i++) {
      many = joined(many, body);
    }
    assertThat(take(joined(many, new byte[] {(byte) 0xFF, (byte) 0xD9})))
        .isEqualTo(new Refused(Reason.DAMAGED));
  }

  @Test
  void anEndlessFileIsReadToTheLimitAndNoFurther() {
    var read = new AtomicLong();
    var endless =
        new InputStream() {
          @Override
          public int read() {
            read.incrementAndGet();
            return 0xFF;
          }

          @Override
          public int read(byte[] to, int at, int length) {
            read.addAndGet(length);
            Arrays.fill(to, at, at + length, (byte) (read.get() == length ? 0xD8 : 0xFF));
            return length;
          }
        };
    assertThat(UPLOADS.take(endless)).isInstanceOf(Refused.class);
    assertThat(read.get()).isEqualTo(SafeUploads.MOST_bytes + 1);
  }

  @Test
  void aStreamThatBreaksIsARefusal() throws IOException {
    var broken = InputStream.nullInputStream();
    broken.close();
    assertThat(UPLOADS.take(broken)).isEqualTo(new Refused(Reason.DAMAGED));
  }

  @Test
  void whateverBytesComeThereIsAnAnswer() {
    var random = new Random(20261125);
    var good =
        new byte[][] {
          jpeg(), file("png", Planted.noise(40, 30, 1)), file("gif", Planted.photo(40, 30))
        };
    for (int i = 0; i < 600; i++) {
      var file = good[i % good.length].clone();
      int changes = 1 + random.nextInt(20);
      for (int c = 0; c < changes; c++) {
        file[(i < 300 ? 12 : 3) + random.nextInt(file.length - 12)] = (byte) random.nextInt();
      }
      var answer = take(Arrays.copyOf(file, file.length - random.nextInt(3) * random.nextInt(30)));
      assertThat(answer).isInstanceOfAny(Picture.class, Refused.class);
      assertThat(answer).isNotEqualTo(new Refused(Reason.BUSY));
    }
    for (int i = 0; i < 200; i++) {
      var file = new byte[random.nextInt(2000)];
      random.nextBytes(file);
      assertThat(take(file)).isInstanceOf(Refused.class);
    }
  }

  @Test
  void aCrowdOfFilesIsServedOrAskedToComeBack() throws Exception {
    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      var coming = IntStream.range(0, 60).mapToObj(_ -> crowd.submit(() -> take(jpeg()))).toList();
      for (var one : coming) {
        assertThat(one.get())
            .satisfiesAnyOf(
                taken -> assertThat(taken).isInstanceOf(Picture.class),
                taken -> assertThat(taken).isEqualTo(new Refused(Reason.BUSY)));
      }
      assertThat(coming.stream().filter(one -> one.resultNow() instanceof Picture).count())
          .isGreaterThanOrEqualTo(30);
    }
  }
}
