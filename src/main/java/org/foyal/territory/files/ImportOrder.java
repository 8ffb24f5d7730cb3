package org.foyal.territory.files;

import java.nio.file.Path;
import java.util.Set;

/// What somebody asks to bring in, and how.
///
/// @param file where the file lies; its name says nothing about what it holds
/// @param fileName what the person calls it
/// @param by who asks, as the list of imports will say
/// @param source who made the data; empty: what the file says, else the maker of such files
/// @param licence under which it was given; empty: as above
/// @param period when it was counted, for populations and scores; empty: what the file says
/// @param communes codes of the communes that are taken; empty: all
/// @param keepGoodRows whether good rows are kept where others are refused; else all or nothing
/// @param complete whether what is not in the file is gone
/// @param trial whether nothing is to be changed: « ce qui changerait »
public record ImportOrder(
    Path file,
    String fileName,
    String by,
    String source,
    String licence,
    String period,
    Set<String> communes,
    boolean keepGoodRows,
    boolean complete,
    boolean trial) {
  /// The plainest order: everything in the file, good rows kept, nothing taken away.
  public static ImportOrder of(Path file, String by) {
    var name = String.valueOf(file.getFileName());
    return new ImportOrder(file, name, by, "", "", "", Set.of(), true, false, false);
  }

  /// The same for some communes only.
  public ImportOrder of(Set<String> communes) {
    return new ImportOrder(
        file, fileName, by, source, licence, period, communes, keepGoodRows, complete, trial);
  }

  /// The same, as a trial.
  public ImportOrder asTrial() {
    return new ImportOrder(
        file, fileName, by, source, licence, period, communes, keepGoodRows, complete, true);
  }

  /// The same, all or nothing.
  public ImportOrder allOrNothing() {
    return new ImportOrder(
        file, fileName, by, source, licence, period, communes, false, complete, trial);
  }

  /// The same, where what is not in the file is gone.
  public ImportOrder asComplete() {
    return new ImportOrder(
        file, fileName, by, source, licence, period, communes, keepGoodRows, true, trial);
  }

  /// The same with a source and a licence that the file does not say.
  public ImportOrder from(String source, String licence) {
    return new ImportOrder(
        file, fileName, by, source, licence, period, communes, keepGoodRows, complete, trial);
  }
}
