package org.palimpsest.app.ui.form;

import java.util.function.Function;
import javafx.util.StringConverter;

/** What a box of choices shows for each of its values, and nothing for none; nothing is typed. */
public final class ChoiceWords<T> extends StringConverter<T> {
  private final Function<T, String> words;

  public ChoiceWords(Function<T, String> words) {
    this.words = words;
  }

  @Override
  public String toString(T value) {
    return value == null ? "" : words.apply(value);
  }

  @Override
  public T fromString(String typed) {
    throw new UnsupportedOperationException("nothing is typed here");
  }
}
