package org.foyal.post;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.foyal.shell.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What the city's engineer may set about letters: which mail server carries them, how patiently,
/// how long they are kept.
@Validated
@ConfigurationProperties("foyal.post")
record PostSettings(
    @Setting(
            "Name of the mail server (SMTP) that carries letters; empty: letters wait in the outbox"
                + " page, to be printed.")
        @DefaultValue("")
        String smtpHost,
    @Setting("Port of the mail server; 465 means TLS from the first byte.")
        @DefaultValue("587")
        @Min(1)
        @Max(65535)
        int smtpPort,
    @Setting("User at the mail server; empty: it asks for none.") @DefaultValue("") String smtpUser,
    @Setting("Password at the mail server.") @DefaultValue("") String smtpPassword,
    @Setting(
            "Whether letters go only over an encrypted line (STARTTLS); false is for a mail server"
                + " on the same machine.")
        @DefaultValue("true")
        boolean smtpStarttls,
    @Setting("E-mail address that letters come from; needed with a mail server.") @DefaultValue("")
        String sender,
    @Setting("Wait before the second attempt; it doubles at each further one.")
        @DefaultValue("1m")
        @NotNull
        Duration retryAfter,
    @Setting("Longest wait between two attempts.") @DefaultValue("2h") @NotNull
        Duration retryAtMostEvery,
    @Setting("Days of attempts after which a letter is given up and shown as failed.")
        @DefaultValue("5")
        @Min(1)
        int giveUpAfterDays,
    @Setting("Wait before the outbox is looked at again when nothing woke the carrier.")
        @DefaultValue("30s")
        @NotNull
        Duration lookAgainAfter,
    @Setting("Optional letters that one person may get in seven days, all rooms together.")
        @DefaultValue("3")
        @Min(0)
        int optionalPerWeek,
    @Setting("Days after which address, subject and text of a letter that left are deleted.")
        @DefaultValue("30")
        @Min(0)
        int keepTextDays,
    @Setting("Days after which nothing of a letter is left, its delivery state included.")
        @DefaultValue("365")
        @Min(1)
        int keepTraceDays) {

  /// Whether a mail server carries letters.
  boolean carries() {
    return !smtpHost.isBlank();
  }

  /// The wait after so many attempts have failed.
  Duration delayAfter(int attempts) {
    var doubled = retryAfter.multipliedBy(1L << Math.clamp(attempts - 1, 0, 20));
    return doubled.compareTo(retryAtMostEvery) < 0 ? doubled : retryAtMostEvery;
  }

  /// Never the password.
  @Override
  public String toString() {
    return "PostSettings[" + smtpHost + ":" + smtpPort + ", sender " + sender + "]";
  }
}
