package org.foyal.agreement.files;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.foyal.agreement.Commitment.Measure;
import org.foyal.agreement.Day;
import org.foyal.agreement.Source;
import org.foyal.shell.language.Told;
import org.jspecify.annotations.Nullable;

/// The file as it is written: the schema of the published data, with what only the staff know left
/// out. A text stands by language code, French always.
record FileForm(@Nullable List<PartyForm> parties, @Nullable List<AgreementForm> agreements) {
  record PartyForm(String code, String name, @Nullable String of) {}

  record SourceForm(String title, @Nullable String address, @Nullable LocalDate on) {
    Source source() {
      if (address != null && !address.matches("https?://\\S+")) {
        throw new IllegalArgumentException("no address of a page: " + address);
      }
      return new Source(title, Optional.ofNullable(address), Optional.ofNullable(on));
    }
  }

  record AgreementForm(
      String code,
      Map<String, String> title,
      @Nullable Map<String, String> about,
      String signed,
      @Nullable LocalDate endsOn,
      boolean textRead,
      SourceForm source,
      List<SignatoryForm> signatories,
      @Nullable List<QuoteForm> quotes,
      List<CommitmentForm> commitments,
      @Nullable List<SupportForm> support) {}

  record SupportForm(
      String kind,
      Map<String, String> title,
      String giver,
      String receiver,
      @Nullable String commitment,
      @Nullable String planned,
      @Nullable SourceForm source) {}

  record SignatoryForm(String party, boolean signs, Map<String, String> part) {}

  record QuoteForm(
      String speaker,
      Map<String, String> capacity,
      boolean verbatim,
      String words,
      SourceForm source) {}

  record CommitmentForm(
      String code,
      String party,
      String theme,
      List<String> audiences,
      Map<String, String> title,
      @Nullable String terms,
      @Nullable Map<String, String> plain,
      String announced,
      @Nullable String due,
      SourceForm source,
      @Nullable String door,
      @Nullable List<MilestoneForm> milestones,
      @Nullable List<EvidenceForm> evidence,
      @Nullable List<StateForm> states,
      @Nullable MeasureForm measure) {}

  /// @param target nothing where the text sets none
  record MeasureForm(String figure, String area, @Nullable Double target) {
    Measure measure() {
      return new Measure(
          figure, area, target == null ? OptionalDouble.empty() : OptionalDouble.of(target));
    }
  }

  record MilestoneForm(
      Map<String, String> title,
      String owner,
      @Nullable String due,
      @Nullable LocalDate reachedOn,
      @Nullable SourceForm source) {}

  record EvidenceForm(
      Map<String, String> title, @Nullable LocalDate dated, @Nullable String address) {}

  record StateForm(
      String state,
      String knownOn,
      @Nullable LocalDate keptOn,
      Map<String, String> why,
      @Nullable SourceForm source) {}

  static Optional<Told> told(@Nullable Map<String, String> texts) {
    return Optional.ofNullable(texts).map(Told::of);
  }

  static Day last(String typed) {
    return Day.lastOf(typed).orElseThrow(() -> new IllegalArgumentException("no day: " + typed));
  }

  static Day first(String typed) {
    return Day.firstOf(typed).orElseThrow(() -> new IllegalArgumentException("no day: " + typed));
  }
}
