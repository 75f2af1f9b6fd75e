package org.palimpsest.evidence.verify;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Why something could not be read, in words. What names the file is said beside it, once. */
final class Reason {
  private Reason() {}

  static String of(Exception e) {
    if (e instanceof NoSuchFileException) {
      return "it is not there";
    }
    if (e instanceof AccessDeniedException) {
      return "you may not read it";
    }
    if (e instanceof FileSystemException file) {
      return Optional.ofNullable(file.getReason()).orElse("the system does not give it");
    }
    return Optional.ofNullable(e.getMessage())
        .flatMap(message -> message.lines().findFirst())
        .filter(line -> !line.isBlank())
        .orElse("its content makes no sense");
  }
}
