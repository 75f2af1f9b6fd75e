package org.palimpsest.app.figure;

import java.util.Optional;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.restoration.Confidence;

/**
 * A signal of a figure.
 *
 * @param kind what it is to the examination, in words
 * @param origin the hash of its bytes, or how it was made from other signals
 * @param waveScale the magnitude that fills the height of its waveform, above 0
 * @param confidence of a restoration, where it is to be shown
 */
public record FigureSignal(
    String id,
    String kind,
    String title,
    String origin,
    AudioClip clip,
    TrackSource tracks,
    double waveScale,
    Optional<Confidence> confidence) {}
