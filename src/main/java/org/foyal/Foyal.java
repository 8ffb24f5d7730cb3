package org.foyal;

import java.util.List;
import org.foyal.shell.Console;
import org.foyal.shell.database.FolderCommand;
import org.foyal.shell.install.InstallCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The program. Everything it does is in the rooms; this class only opens the door.
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Modulithic(
    systemName = "Foyal",
    sharedModules = {"kernel", "shell"})
public class Foyal {
  /// Starts the program; `--server.port`, `--foyal.shell.data` and the keys of docs/settings.md may
  /// follow. With `backup`, `restore`, `prepare` or `rehearse` as the first word it does that
  /// instead and ends; with another first word it runs that [org.foyal.shell.ConsoleCommand].
  public static void main(String[] args) {
    if (args.length > 0 && FolderCommand.isOne(args[0])) {
      System.exit(FolderCommand.run(List.of(args), System.out, System.err));
    }
    if (args.length > 0 && InstallCommand.isOne(args[0])) {
      System.exit(InstallCommand.run(Foyal.class, List.of(args), System.out));
    }
    if (Console.isAsked(args)) {
      System.exit(Console.run(Foyal.class, List.of(args), System.out, System.err));
    }
    SpringApplication.run(Foyal.class, args);
  }
}
