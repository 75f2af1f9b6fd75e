package org.palimpsest.app.ui;

import java.util.List;

/** Every key of the window, in the groups in which the help shows them. */
record KeyMap(List<Group> groups) {
  /** Keys that belong together. */
  record Group(String title, List<Entry> entries) {}

  /**
   * @param keys as a menu writes them; several with a comma
   */
  record Entry(String keys, String what) {}

  static KeyMap ofTheWindow() {
    return new KeyMap(
        List.of(
            new Group(
                "Case",
                List.of(
                    new Entry("Ctrl+N", "New case"),
                    new Entry("Ctrl+O, Ctrl+Shift+O", "Open a case, a bundle"),
                    new Entry("Ctrl+W", "Close the case"),
                    new Entry("Ctrl+M", "Model packages"),
                    new Entry("Ctrl+Q", "Quit; the case is there again at the next start"),
                    new Entry("Ctrl+I", "Import recordings"),
                    new Entry("Ctrl+V", "In the tree: import files from the clipboard"),
                    new Entry("Ctrl+Shift+V", "Verify"),
                    new Entry("Ctrl+P", "Issue the report"),
                    new Entry("Ctrl+R, Ctrl+Shift+R", "Sign a review, take one in"),
                    new Entry("Ctrl+L", "Release a report"))),
            new Group(
                "Go to",
                List.of(
                    new Entry("F6, Shift+F6", "Next, previous part of the window"),
                    new Entry("Ctrl+F", "Search the case"),
                    new Entry("Ctrl+1 … Ctrl+4", "Case, signals, inspector, ledger"),
                    new Entry("Enter", "In the tree: open the signal"),
                    new Entry("F1, ?", "These keys"))),
            new Group(
                "Annotations",
                List.of(
                    new Entry("M", "Mark a point at the cursor"),
                    new Entry("R", "Mark the selection as a region"),
                    new Entry("B", "Mark a box: the selection and a range of frequencies"),
                    new Entry("F2", "Change the chosen one; on the strip also Enter"),
                    new Entry("Delete", "Remove the chosen one"),
                    new Entry("Left, Right", "On the strip: choose; with Shift move it"),
                    new Entry("Ctrl+Z, Ctrl+Shift+Z", "Undo, redo"),
                    new Entry("Ctrl+Shift+E", "Enter them in the ledger"))),
            new Group(
                "Signals",
                List.of(
                    new Entry("Plus, Minus", "Zoom in, out"),
                    new Entry("Ctrl+0", "Show everything"),
                    new Entry("Enter", "Zoom to the selection"),
                    new Entry("Left, Right", "Move the cursor; with Shift ten times as far"),
                    new Entry("Home, End", "Cursor to the start, the end"),
                    new Entry("V", "Select from the cursor on; arrows widen it, V ends it"),
                    new Entry("Esc", "Select nothing"),
                    new Entry("Space", "Play, stop"),
                    new Entry("Ctrl+B", "Blind listening test of the first two"),
                    new Entry("P, F, I, A, E", "Pitch, formants, intensity, activity, local error"),
                    new Entry("S", "Spectrogram settings"),
                    new Entry("PgUp, PgDn", "Move the lanes up, down"),
                    new Entry("Left, PgUp, Home", "On the overview: move what is seen"),
                    new Entry("Ctrl+T", "Long-term spectrum"),
                    new Entry("Ctrl+E", "Export a figure"),
                    new Entry("Alt+Left, Alt+Right", "Earlier, later view")))));
  }
}
