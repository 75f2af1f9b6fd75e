/**
 * Measures of protection and its removal where the original is known: docs/methods/evaluation.md.
 */
package org.palimpsest.analysis.evaluation;
