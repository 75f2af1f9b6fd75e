package org.palimpsest.evidence.bag;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names in one bag. Two names that some file system takes for one are refused, and so is any
 * that means something else than a file below the top folder on some system.
 */
final class SafeNames {
  private static final int LONGEST = 1024;
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

  private final Set<String> files = new HashSet<>();
  private final Set<String> folders = new HashSet<>();

  /**
   * Takes the name of a file, or of a folder without its last slash.
   *
   * @throws BagException if it is unsafe, or another that was taken stands in its way
   */
  void add(String name, boolean folder) throws BagException {
    requireSafe(name);
    String key = key(name);
    boolean isNew = folder ? !files.contains(key) : !folders.contains(key) && files.add(key);
    if (folder) {
      folders.add(key);
    }
    if (!isNew) {
      throw new BagException("the name " + shown(name) + " is there twice");
    }
    for (int slash = key.lastIndexOf('/'); slash > 0; slash = key.lastIndexOf('/', slash - 1)) {
      String parent = key.substring(0, slash);
      if (files.contains(parent)) {
        throw new BagException("the name " + shown(name) + " goes through a file");
      }
      if (!folders.add(parent)) {
        return; // whoever added it added its parents
      }
    }
  }

  /** Whether both names would be one on some file system. */
  static boolean same(String one, String other) {
    return key(one).equals(key(other));
  }

  /** A name as one line for people. */
  static String shown(String name) {
    StringBuilder shown = new StringBuilder();
    name.codePoints()
        .limit(100)
        .forEach(
            c -> {
              if (unprintable(c)) {
                shown.append(String.format("\\u%04x", c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  static void requireSafe(String name) throws BagException {
    if (name.length() > LONGEST) {
      throw new BagException("the name " + shown(name) + "… is too long");
    }
    if (name.codePoints().anyMatch(c -> c == '\\' || c == ':' || unprintable(c))) {
      throw new BagException(
          "the name " + shown(name) + " has a backslash, a colon or a control character");
    }
    for (String part : name.split("/", -1)) {
      // Windows drops dots and spaces at the end, which also catches . and ..
      if (part.isEmpty() || part.endsWith(".") || part.endsWith(" ")) {
        throw new BagException("the name " + shown(name) + " is not a plain path below the bag");
      }
      if (DEVICE.matcher(part).matches()) {
        throw new BagException("the name " + shown(name) + " is that of a device");
      }
    }
  }

  private static boolean unprintable(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT // marks that turn the direction of writing, for one
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  private static String key(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    // first up, then down: some letters have one form in only one direction
    String folded = composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Normalizer.Form.NFC);
  }
}
