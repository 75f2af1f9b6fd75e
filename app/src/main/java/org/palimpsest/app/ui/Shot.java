package org.palimpsest.app.ui;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * One picture of the window.
 *
 * @param file where it goes, as PNG
 * @param before brings the window there
 * @param ready whether all that belongs on it is drawn
 */
record Shot(Path file, Runnable before, BooleanSupplier ready) {}
