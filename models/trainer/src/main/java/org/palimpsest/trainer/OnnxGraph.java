package org.palimpsest.trainer;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * An ONNX graph whose float initialisers can be read and replaced; everything else stays as it is.
 * Field numbers are those of {@code onnx.proto}. Immutable.
 */
final class OnnxGraph {
  private static final int GRAPH = 7; // of ModelProto
  private static final int INITIALIZER = 5; // of GraphProto
  private static final int DIMS = 1; // of TensorProto
  private static final int DATA_TYPE = 2;
  private static final int NAME = 8;
  private static final int RAW_DATA = 9;
  private static final long FLOAT = 1;

  private final UnknownFieldSet model;
  private final UnknownFieldSet graph;

  private OnnxGraph(UnknownFieldSet model, UnknownFieldSet graph) {
    this.model = model;
    this.graph = graph;
  }

  /**
   * An initialiser.
   *
   * @param offset of its first value among all values of the graph
   */
  record Tensor(String name, List<Long> shape, int offset, int size) {}

  /**
   * @throws TrainerException if {@code bytes} are no graph with float initialisers as raw data
   */
  static OnnxGraph parse(byte[] bytes) throws TrainerException {
    try {
      UnknownFieldSet model = UnknownFieldSet.parseFrom(bytes);
      UnknownFieldSet graph = UnknownFieldSet.parseFrom(only(model, GRAPH));
      OnnxGraph parsed = new OnnxGraph(model, graph);
      if (parsed.values().length == 0) {
        throw new TrainerException("not an ONNX graph with values to train");
      }
      return parsed;
    } catch (InvalidProtocolBufferException | IndexOutOfBoundsException e) {
      throw new TrainerException("not an ONNX graph (" + e.getMessage() + ")");
    }
  }

  /** The initialisers, in the order of the file. */
  List<Tensor> tensors() throws TrainerException {
    List<Tensor> tensors = new ArrayList<>();
    int offset = 0;
    for (UnknownFieldSet tensor : initialisers()) {
      List<Long> shape = List.copyOf(tensor.getField(DIMS).getVarintList());
      int size = only(tensor, RAW_DATA).size() / Float.BYTES;
      tensors.add(new Tensor(only(tensor, NAME).toStringUtf8(), shape, offset, size));
      offset += size;
    }
    return tensors;
  }

  /** All values, tensor after tensor. */
  float[] values() throws TrainerException {
    ByteString all = ByteString.EMPTY;
    for (UnknownFieldSet tensor : initialisers()) {
      all = all.concat(only(tensor, RAW_DATA));
    }
    float[] values = new float[all.size() / Float.BYTES];
    all.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  /** The same graph with other values. */
  OnnxGraph with(float[] values) throws TrainerException {
    Field.Builder replaced = Field.newBuilder();
    int offset = 0;
    for (UnknownFieldSet tensor : initialisers()) {
      int size = only(tensor, RAW_DATA).size();
      ByteBuffer raw = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
      raw.asFloatBuffer().put(values, offset, size / Float.BYTES);
      offset += size / Float.BYTES;
      replaced.addLengthDelimited(
          tensor.toBuilder()
              .clearField(RAW_DATA)
              .mergeField(RAW_DATA, bytes(raw))
              .build()
              .toByteString());
    }
    UnknownFieldSet other =
        graph.toBuilder().clearField(INITIALIZER).addField(INITIALIZER, replaced.build()).build();
    ByteBuffer whole = ByteBuffer.wrap(other.toByteArray());
    return new OnnxGraph(
        model.toBuilder().clearField(GRAPH).addField(GRAPH, bytes(whole)).build(), other);
  }

  /** Whether nothing but values tells the two apart. */
  boolean isOfSameShapeAs(OnnxGraph other) throws TrainerException {
    int size = values().length;
    return size == other.values().length
        && with(new float[size]).model.equals(other.with(new float[size]).model);
  }

  byte[] toBytes() {
    return model.toByteArray();
  }

  private List<UnknownFieldSet> initialisers() throws TrainerException {
    List<UnknownFieldSet> tensors = new ArrayList<>();
    try {
      for (ByteString bytes : graph.getField(INITIALIZER).getLengthDelimitedList()) {
        UnknownFieldSet tensor = UnknownFieldSet.parseFrom(bytes);
        if (!tensor.getField(DATA_TYPE).getVarintList().equals(List.of(FLOAT))) {
          throw new TrainerException("the graph holds initialisers that are not of type float");
        }
        tensors.add(tensor);
      }
    } catch (InvalidProtocolBufferException e) {
      throw new TrainerException("not an ONNX graph (" + e.getMessage() + ")");
    }
    return tensors;
  }

  private static ByteString only(UnknownFieldSet message, int field) throws TrainerException {
    List<ByteString> found = message.getField(field).getLengthDelimitedList();
    if (found.size() != 1) {
      throw new TrainerException("not an ONNX graph as this trainer writes it");
    }
    return found.get(0);
  }

  private static Field bytes(ByteBuffer content) {
    return Field.newBuilder().addLengthDelimited(ByteString.copyFrom(content.rewind())).build();
  }
}
