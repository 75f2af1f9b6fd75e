package org.palimpsest.analysis.inference;

import ai.djl.engine.Engine;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.palimpsest.analysis.RefusedException;

/**
 * The inference engine of this process. Make one before any other use of this package: it forbids
 * the engine to reach the network and to report its use.
 */
public final class InferenceEngine {
  // held here, because the JDK forgets the level of a logger that nobody refers to
  private final Logger chatter = Logger.getLogger("ai.djl");

  public InferenceEngine() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    chatter.setLevel(Level.SEVERE); // it warns of absent GPUs and plug-ins that we never ask for
  }

  /** Loads a package's graph; the caller closes the session. */
  public ModelSession open(ModelPackage source) throws RefusedException {
    new CommandLineLength(Path.of("/proc/self/cmdline")).require();
    return ModelSession.open(source);
  }

  /** Name and version, for the ledger. */
  public String describe() {
    Engine engine = Engine.getEngine("OnnxRuntime");
    String version = ai.onnxruntime.OrtEnvironment.getEnvironment().getVersion();
    return engine.getEngineName() + " " + version + " through DJL " + Engine.getDjlVersion();
  }
}
