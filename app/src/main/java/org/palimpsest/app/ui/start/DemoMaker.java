package org.palimpsest.app.ui.start;

import java.nio.file.Path;

/** Makes the bundled example, where there is one. */
@FunctionalInterface
public interface DemoMaker {
  /**
   * @return the folder of the case
   */
  Path make() throws Exception;
}
