/**
 * Trains a remover on pairs of clean and protected speech, in a process of its own. It is told by
 * {@code work/plan.json} what to do, keeps what it has reached in {@code work}, and leaves a graph
 * with trained values and a golden vector; the workbench makes and proves the package. It knows
 * neither audio files nor protectors nor the workbench.
 */
package org.palimpsest.trainer;
