package org.palimpsest.app.train;

import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Map;
import org.palimpsest.analysis.inference.ModelPackage;

/** {@code CARD.md} of a trained remover: what it was made of and what was measured, no more. */
final class RemoverCard {
  private RemoverCard() {}

  static String of(
      PackageName name, ModelPackage protector, Identity identity, Pairs pairs, JsonObject facts) {
    Map<String, String> made = identity.facts();
    return String.format(
        Locale.ROOT,
        """
        # %s

        A remover for `%s` (SHA-256 `%s`), trained by `palimpsest train-remover` from
        examples alone: protected waveform to the estimated perturbation, which is subtracted.

        ## Data, licence
        The speech of whoever trained it: %d files to learn from, %d held back by file, %.2f hours in all; SHA-256 of the
        list of files `%s`. Speakers were not told apart: one may be in both parts.
        Licence: %s.

        ## Training
        %s steps of %s crops of 2 s, seed %s, start values %s, %s.

        ## Measured
        On the middle (at most 4 s) of the recordings held back (at most 12), means, after the last step:

        | | dB |
        |---|--:|
        | SNR(x, x'), protected | %s |
        | SNR(x, x' - r(x')), after the remover | %s |
        | training loss, residual against perturbation | %s |

        ONNX Runtime gave PyTorch's output for the golden input within %s.

        ## Limits
        - It knows one protector. From audio that this protector never touched it still subtracts something: its output is no
          sign that a recording was protected.
        - Other speech, other levels, noise, codecs and resampling: not measured.
        - Inversion with the protector itself is more exact wherever the protector is at hand; this is a start for it.

        ## Not for
        Showing that a recording was protected, or by what.
        """,
        name.reference(),
        protector.reference(),
        protector.sha256(),
        pairs.training().size(),
        pairs.heldBack().size(),
        pairs.hours(),
        made.get("dataSha256"),
        TrainedPackage.LICENCE,
        made.get("steps"),
        made.get("batch"),
        made.get("seed"),
        made.get("startSha256").equals("none")
            ? "the template's"
            : "of the remover with SHA-256 " + made.get("startSha256"),
        facts.get("engine").getAsString(),
        facts.get("protectedSnrDb").getAsString(),
        facts.get("restoredSnrDb").getAsString(),
        facts.get("trainingLossDb").getAsString(),
        facts.get("tolerance").getAsString());
  }
}
