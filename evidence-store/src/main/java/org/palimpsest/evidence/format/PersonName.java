package org.palimpsest.evidence.format;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * When two names are taken for one person's: what looks alike, or would, to somebody who reads them
 * on a page. Writer and verifier must not differ in this. Stateless, safe for every thread.
 */
public final class PersonName {
  private static final Pattern WHITE = Pattern.compile("\\p{IsWhite_Space}+");

  /** What shows nothing: format characters, and Unicode's other Default_Ignorable code points. */
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\p{Cf}\\x{34f}\\x{115f}\\x{1160}\\x{17b4}\\x{17b5}\\x{180b}-\\x{180f}"
              + "\\x{fe00}-\\x{fe0f}\\x{e0000}-\\x{e0fff}]");

  private PersonName() {}

  /** Whether both are taken for the name of one person. */
  public static boolean same(String one, String other) {
    return folded(one).equals(folded(other));
  }

  /**
   * The form in which names are compared: compatible forms as one (Unicode NFKC), without what is
   * invisible, letter case aside, each run of white space as one space, none at the ends. Folding
   * again changes nothing.
   */
  public static String folded(String name) {
    String visible = INVISIBLE.matcher(compatible(name)).replaceAll("");
    // by way of capitals, because some letters have one capital and two small forms
    String small =
        visible.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return WHITE.matcher(compatible(small)).replaceAll(" ").strip();
  }

  /** Whether a character shows nothing at all. White space is not meant. */
  public static boolean isInvisible(int codePoint) {
    return INVISIBLE.matcher(compatible(Character.toString(codePoint))).matches();
  }

  private static String compatible(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
