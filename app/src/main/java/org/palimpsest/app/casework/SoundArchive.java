package org.palimpsest.app.casework;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalInt;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.analysis.audio.Arriving;
import org.palimpsest.analysis.audio.AudioClip;
import org.palimpsest.analysis.audio.RecordingReader;
import org.palimpsest.analysis.restoration.Confidence;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.Artifact;
import org.palimpsest.evidence.format.Sha256;

/**
 * Gets the sound of exhibits and restorations out of a case, by id. Nothing is returned before
 * every byte was hashed.
 */
public final class SoundArchive {
  private final RecordingReader reader;

  SoundArchive(RecordingReader reader) {
    this.reader = reader;
  }

  /**
   * A signal of the case.
   *
   * @param artifact its id and the hash of its bytes
   * @param channel of the file, from 1
   * @param clip at 16 kHz
   */
  public record Sound(Artifact artifact, int channel, AudioClip clip) {}

  /** The sound of {@code Q1}, {@code K1} or {@code R1}. */
  public Sound load(CaseFile file, String id) throws RefusedException {
    return load(file, id, Arriving.UNSEEN);
  }

  /**
   * As {@link #load(CaseFile, String)}, telling what was decoded so far. The bytes are hashed at
   * the end: what arrives is to be looked at and not to be relied on until all of it was returned.
   */
  public Sound load(CaseFile file, String id, Arriving arriving) throws RefusedException {
    CaseView view = CaseView.of(file);
    Optional<StepView> restoration = view.restoration(id);
    if (restoration.isPresent()) {
      Artifact output = restoration.get().output().orElseThrow(() -> noSignal(restoration.get()));
      return decode(file, output, OptionalInt.of(1), arriving);
    }
    Exhibit exhibit = view.requireExhibit(id);
    if (!exhibit.decodable()) {
      throw new RefusedException(id + " was taken as it is and cannot be decoded");
    }
    return decode(file, new Artifact(id, exhibit.blob().sha256()), exhibit.channel(), arriving);
  }

  /** How far a restoration can be believed, where its method said so. */
  public Optional<Confidence> confidence(CaseFile file, String id) throws RefusedException {
    Optional<Artifact> track = CaseView.of(file).restoration(id).flatMap(StepView::confidence);
    if (track.isEmpty()) {
      return Optional.empty();
    }
    try {
      file.blobs().check(track.get().sha256());
      try (InputStream in = file.blobs().open(track.get().sha256())) {
        return Optional.of(ConfidenceText.read(in.readAllBytes(), track.get().id()));
      }
    } catch (IOException e) {
      throw new RefusedException(track.get().id() + ": " + e.getMessage(), e);
    }
  }

  /** The hash under which the bytes of an exhibit, restoration or confidence track are stored. */
  public Sha256 hashOf(CaseFile file, String id) throws RefusedException {
    CaseView view = CaseView.of(file);
    Optional<Artifact> track =
        view.restorations().stream()
            .flatMap(restoration -> restoration.confidence().stream())
            .filter(artifact -> artifact.id().equals(id))
            .findFirst();
    if (track.isPresent()) {
      return track.get().sha256();
    }
    if (view.restoration(id).isPresent() && view.restoration(id).get().output().isEmpty()) {
      throw noSignal(view.restoration(id).get());
    }
    Optional<Sha256> restored =
        view.restoration(id).flatMap(StepView::output).map(Artifact::sha256);
    return restored.isPresent() ? restored.get() : view.requireExhibit(id).blob().sha256();
  }

  private static RefusedException noSignal(StepView restoration) {
    return new RefusedException(
        restoration.id()
            + " has no signal: that restoration was "
            + restoration.step().outcome().text());
  }

  private Sound decode(CaseFile file, Artifact artifact, OptionalInt channel, Arriving arriving)
      throws RefusedException {
    if (arriving == Arriving.UNSEEN) {
      check(file, artifact);
      return new Sound(artifact, channel.orElse(1), read(file, artifact, channel, arriving));
    }
    try {
      AudioClip clip = read(file, artifact, channel, arriving);
      check(file, artifact);
      return new Sound(artifact, channel.orElse(1), clip);
    } catch (RefusedException e) {
      check(file, artifact); // a changed file is called so, not one that cannot be decoded
      throw e;
    }
  }

  private AudioClip read(CaseFile file, Artifact artifact, OptionalInt channel, Arriving arriving)
      throws RefusedException {
    return reader.read(file.blobs().path(artifact.sha256()), channel, arriving).clip();
  }

  private static void check(CaseFile file, Artifact artifact) throws RefusedException {
    try {
      file.blobs().check(artifact.sha256());
    } catch (IOException e) {
      throw new RefusedException(artifact.id() + ": " + e.getMessage(), e);
    }
  }
}
