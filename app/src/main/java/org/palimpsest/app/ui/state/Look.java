package org.palimpsest.app.ui.state;

import java.util.Arrays;

/** The themes. */
public enum Look {
  /** For a dim room. */
  DARK("dark", "_Dark"),
  LIGHT("light", "_Light"),
  /** Black, white and yellow, with strong borders. */
  CONTRAST("contrast", "_High contrast");

  private final String styleClass;
  private final String title;

  Look(String styleClass, String title) {
    this.styleClass = styleClass;
    this.title = title;
  }

  public String styleClass() {
    return styleClass;
  }

  /** With its mnemonic. */
  public String title() {
    return title;
  }

  /** The one of a style class; dark for any other word. */
  public static Look of(String styleClass) {
    return Arrays.stream(values())
        .filter(look -> look.styleClass.equals(styleClass))
        .findFirst()
        .orElse(DARK);
  }
}
