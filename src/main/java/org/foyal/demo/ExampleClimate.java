package org.foyal.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/// What stations of an island in the tropics could have measured, hour by hour: a dry and a wet
/// season, showers, rivers that follow them, dust from the Sahara, tides, traffic, school. Invented
/// by lot, and the same for the same hours however often it is asked.
class ExampleClimate {
  private static final long SEED = 20_261_127;
  private static final double DAY_h = 24;
  private static final double YEAR_d = 365.25;

  /// Periods of the greatest semidiurnal and diurnal tides (M2, K1).
  private static final double M2_h = 12.4206;

  private static final double K1_h = 23.9345;

  private final Instant first;
  private final Moment[] moments;
  private final double[] rain_mm;
  private final double[] dust;

  /// An hour by the city's clock.
  private record Moment(long hour, int ofDay, DayOfWeek weekday, int ofYear) {
    /// From -1 to 1, greatest on a day of the year.
    double season(int greatest) {
      return Math.cos(2 * Math.PI * (ofYear - greatest) / YEAR_d);
    }

    /// From -1 to 1, greatest at an hour.
    double day(int greatest) {
      return Math.cos(2 * Math.PI * (ofDay - greatest) / DAY_h);
    }

    boolean works() {
      return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY;
    }

    /// Schools of Martinique close in July and August, and around the turn of the year.
    boolean school() {
      boolean holidays = (ofYear > 185 && ofYear < 244) || ofYear > 354 || ofYear < 5;
      return works() && !holidays && ofDay >= 7 && ofDay < 17;
    }

    /// From 0 to 1: two rush hours on a working day.
    double traffic() {
      double rush = bell(ofDay, 7, 1.5) + 0.9 * bell(ofDay, 17, 2);
      double calm = ofDay >= 6 && ofDay < 22 ? 0.35 : 0.08;
      return Math.min(1, works() ? rush + calm : calm + 0.2 * bell(ofDay, 11, 3));
    }

    private static double bell(double at, double middle, double width) {
      return Math.exp(-Math.pow((at - middle) / width, 2));
    }
  }

  ExampleClimate(Instant first, int hours, ZoneId zone) {
    this.first = first;
    this.moments = new Moment[hours];
    this.rain_mm = new double[hours];
    this.dust = new double[hours];
    for (int i = 0; i < hours; i++) {
      var at = first.plus(i, ChronoUnit.HOURS);
      var here = LocalDateTime.ofInstant(at, zone);
      moments[i] =
          new Moment(
              at.getEpochSecond() / 3600, here.getHour(), here.getDayOfWeek(), here.getDayOfYear());
    }
    for (int i = 0; i < hours; i++) {
      rain_mm[i] = shower(moments[i]);
      dust[i] = dust(moments[i]);
    }
  }

  Instant at(int hour) {
    return first.plus(hour, ChronoUnit.HOURS);
  }

  int hours() {
    return moments.length;
  }

  private static Random lot(String of, long number) {
    return new Random(SEED + 31L * of.hashCode() + 1_000_003L * number);
  }

  /// Rain falls in bursts: some a day in the wet season (July to November), few in Lent.
  private static double shower(Moment when) {
    double wet = 0.5 + 0.5 * when.season(270);
    double sum_mm = 0;
    for (int back = 0; back < 3; back++) {
      var lot = lot("shower", when.hour() - back);
      lot.nextDouble();
      boolean falls = lot.nextDouble() < 0.02 + 0.05 * wet;
      int lasts_h = 1 + lot.nextInt(3);
      double strong_mm = -Math.log(1 - lot.nextDouble()) * (1.5 + 5 * wet);
      sum_mm += falls && back < lasts_h ? strong_mm / (1 + back) : 0;
    }
    return sum_mm;
  }

  /// Some weeks from March to August, wind carries dust of the Sahara over the Atlantic.
  private static double dust(Moment when) {
    long week = Math.floorDiv(when.hour(), 120);
    var lot = lot("dust", week);
    boolean blows = lot.nextDouble() < 0.15 + 0.35 * Math.max(0, when.season(160));
    double into = Math.floorMod(when.hour(), 120) / 120.0;
    return blows ? (20 + 60 * lot.nextDouble()) * Math.sin(Math.PI * into) : 0;
  }

  /// What a sensor of a station says, hour by hour.
  double[] of(ExampleStation station, ExampleMeasure measure) {
    var lot = lot(station.code() + measure.name(), 0);
    var said = new double[moments.length];
    double wanders = 0;
    double soaked_mm = 0;
    for (int i = 0; i < said.length; i++) {
      wanders = 0.85 * wanders + 0.5 * lot.nextGaussian();
      soaked_mm = 0.86 * soaked_mm + rain_mm[i] * station.exposure();
      said[i] = measure.rounded(value(measure, i, station.exposure(), soaked_mm, wanders));
    }
    return said;
  }

  /// @param soaked_mm rain that is on its way to the river
  /// @param wanders about -2 to 2, another one each hour, near the one before
  private double value(
      ExampleMeasure measure, int i, double exposure, double soaked_mm, double wanders) {
    var when = moments[i];
    double traffic = when.traffic() * exposure;
    return switch (measure) {
      case PM10 -> Math.max(3, 14 + dust[i] + 9 * traffic + 2 * wanders - rain_mm[i]);
      case PM2_5 -> Math.max(1, 6 + 0.35 * dust[i] + 5 * traffic + wanders - rain_mm[i] / 2);
      case NO2 -> Math.max(1, 6 + 28 * traffic + 2 * wanders);
      case TEMPERATURE ->
          27.8
              - 3 * (1 - Math.min(1, exposure))
              + 1.3 * when.season(245)
              + 2.6 * when.day(13)
              + 0.4 * wanders
              - Math.min(2, rain_mm[i] / 4);
      case HUMIDITY ->
          Math.clamp(
              77 + 4 * when.season(270) - 9 * when.day(13) + rain_mm[i] + 2 * wanders, 40, 100);
      case RAIN -> Math.max(0, rain_mm[i] * exposure * (1 + 0.25 * wanders));
      case RIVER_LEVEL -> 0.28 + 0.05 * when.season(270) + 0.014 * soaked_mm + 0.004 * wanders;
      case WATER_TEMPERATURE -> 25.6 + 1.1 * when.season(255) + 0.5 * when.day(15) + 0.15 * wanders;
      case TIDE ->
          0.07 * tide(when, M2_h)
              + 0.09 * tide(when, K1_h)
              + 0.06 * when.season(280)
              + 0.01 * wanders;
      case NOISE -> 49 + 18 * Math.sqrt(traffic) + 0.9 * wanders + Math.min(6, rain_mm[i] / 2);
      case QUIET -> 42 + 13 * Math.sqrt(traffic) + 0.6 * wanders + Math.min(6, rain_mm[i] / 2);
      case ENERGY -> energy(when, wanders);
      case HYDROGEN_SULFIDE -> sargassum(when, wanders);
    };
  }

  private static double tide(Moment when, double period_h) {
    return Math.cos(2 * Math.PI * when.hour() / period_h);
  }

  /// Classrooms, the canteen at noon, and what never sleeps.
  private static double energy(Moment when, double wanders) {
    double classes = when.school() ? 14 + 3 * when.season(245) : 0;
    double canteen = when.school() && when.ofDay() >= 10 && when.ofDay() < 13 ? 9 : 0;
    double lamps = when.ofDay() < 6 || when.ofDay() >= 18 ? 1.2 : 0;
    return Math.max(1.5, 3 + classes + canteen + lamps + 0.5 * wanders);
  }

  /// Mats strand from March to September, some days after each other, and rot.
  private static double sargassum(Moment when, double wanders) {
    long stranding = Math.floorDiv(when.hour(), 168);
    double strands = lot("sargassum", stranding).nextDouble() * Math.max(0, when.season(166) + 0.2);
    return Math.max(0, 0.02 + 1.6 * Math.max(0, strands - 0.25) * (1 + 0.25 * wanders));
  }
}
