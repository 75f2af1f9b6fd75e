package org.palimpsest.app.report;

/**
 * A column of a table.
 *
 * @param title over it
 * @param width in points
 */
record Column(String title, double width) {}
