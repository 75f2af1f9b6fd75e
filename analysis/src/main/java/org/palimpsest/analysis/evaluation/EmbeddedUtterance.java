package org.palimpsest.analysis.evaluation;

import org.palimpsest.analysis.compare.Embedding;

/**
 * The voice of an utterance in one condition.
 *
 * @param utterance number of the utterance, the same in every condition
 * @param speaker number of its speaker
 * @param voice as one encoder embeds it
 */
public record EmbeddedUtterance(int utterance, int speaker, Embedding voice) {}
