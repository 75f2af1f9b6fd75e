package org.palimpsest.app.casework;

import java.util.Optional;

/** Where the password of a key comes from. Asked only when there is a reason. */
@FunctionalInterface
public interface Passwords {
  /** There is none, and nobody is asked. */
  Passwords NONE = (examiner, isNew) -> Optional.empty();

  /**
   * @param examiner whose key it is
   * @param isNew whether a key is about to be made
   * @return empty: no password, or nobody to ask
   */
  Optional<char[]> of(String examiner, boolean isNew);
}
