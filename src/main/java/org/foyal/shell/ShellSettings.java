package org.foyal.shell;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What the city's engineer may set about the frame: who the city is, where things are kept.
@Validated
@ConfigurationProperties("foyal.shell")
public record ShellSettings(
    @Setting("Folder that holds everything Foyal keeps: database, imported files, backups.")
        @DefaultValue("var")
        @NotNull
        Path data,
    @Setting(
            value = "Name of the city, as shown on every page. Empty: the product's own name.",
            ofTheCity = true)
        @DefaultValue("")
        String cityName,
    @Setting(value = "Time zone of the city, for every date that is shown.", ofTheCity = true)
        @DefaultValue("UTC")
        @NotNull
        ZoneId timeZone,
    @Setting(
            "Address of the site as residents type it; links in letters start with it. Not set: this"
                + " machine with the port that is open.")
        @DefaultValue("http://localhost:8080")
        @NotNull
        URI publicAddress,
    @Setting("E-mail address that residents may write to; empty when there is none.")
        @DefaultValue("")
        String contactEmail,
    @Setting("Telephone number that residents may call; empty when there is none.")
        @DefaultValue("")
        String contactPhone,
    @Setting("Postal address of the service; empty when there is none.") @DefaultValue("")
        String contactAddress,
    @Setting("JDBC address of an external PostgreSQL 15 or later; empty: the embedded one.")
        @DefaultValue("")
        String databaseUrl,
    @Setting("User of the external PostgreSQL.") @DefaultValue("") String databaseUser,
    @Setting("Password of the external PostgreSQL.") @DefaultValue("") String databasePassword,
    @Setting("Most connections to the database that the program holds at once.")
        @DefaultValue("16")
        @Min(2)
        @Max(500)
        int databaseConnections,
    @Setting("Pages that one sender may ask for in a minute before being asked to wait.")
        @DefaultValue("1200")
        @Min(1)
        int pagesPerMinute,
    @Setting("Forms that one sender may send in a minute before being asked to wait.")
        @DefaultValue("60")
        @Min(1)
        int formsPerMinute,
    @Setting(
            "IP addresses of the reverse proxies that are believed about the sender and https, with"
                + " commas between them; empty: no header is believed.")
        @DefaultValue
        List<String> trustedProxies) {

  /// The city's name, or the product's where the city has not said its own.
  public String title() {
    return cityName.isBlank() ? "Foyal" : cityName;
  }
}
