/**
 * Trains a remover for a protector: prepares pairs, has the trainer's own process learn from them,
 * and makes and proves the package. Touches no case. The trainer is an optional part, known here by
 * its folder and its files only (decision 0013).
 */
package org.palimpsest.app.train;
