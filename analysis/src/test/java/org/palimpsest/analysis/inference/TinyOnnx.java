package org.palimpsest.analysis.inference;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes small ONNX graphs (IR 8, opset 17): the protobuf fields that they need, no more. */
public final class TinyOnnx {
  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  private final Message graph = new Message();
  private String input = "waveform";
  private String output = "perturbation";
  private String[] outputShape = {"batch", "samples"};

  /** The name of the input; nodes refer to it. */
  public TinyOnnx input(String name) {
    input = name;
    return this;
  }

  /** The name of the output and its symbolic shape. */
  public TinyOnnx output(String name, String... shape) {
    output = name;
    outputShape = shape;
    return this;
  }

  /** One more output, which comes before the declared one. */
  public TinyOnnx firstOutput(String name) {
    graph.put(12, value(name, "batch", "samples"));
    return this;
  }

  /** A node; {@code wires} are its inputs separated by spaces, an arrow and its output. */
  public TinyOnnx node(String operator, String wires, Attribute... attributes) {
    String[] sides = wires.split(" -> ", -1);
    Message node = new Message();
    for (String name : sides[0].split(" ", -1)) {
      node.put(1, name);
    }
    node.put(2, sides[1]).put(4, operator);
    for (Attribute attribute : attributes) {
      node.put(5, attribute.message);
    }
    graph.put(1, node);
    return this;
  }

  /** A constant of floats; no dimensions make a scalar. */
  public TinyOnnx floats(String name, int[] dimensions, float... values) {
    byte[] raw = new byte[4 * values.length];
    ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    return tensor(name, FLOAT, dimensions, raw);
  }

  /** A constant of integers; no dimensions make a scalar. */
  public TinyOnnx integers(String name, int[] dimensions, long... values) {
    byte[] raw = new byte[8 * values.length];
    ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(values);
    return tensor(name, INT64, dimensions, raw);
  }

  private TinyOnnx tensor(String name, int type, int[] dimensions, byte[] raw) {
    Message tensor = new Message();
    for (int dimension : dimensions) {
      tensor.put(1, dimension);
    }
    graph.put(5, tensor.put(2, type).put(8, name).put(9, raw));
    return this;
  }

  /** The model file. */
  public byte[] bytes() {
    Message whole = new Message();
    whole.out.writeBytes(graph.out.toByteArray());
    whole.put(2, "tiny").put(11, value(input, "batch", "samples"));
    whole.put(12, value(output, outputShape));
    Message opset = new Message().put(1, "").put(2, 17);
    return new Message().put(1, 8).put(7, whole).put(8, opset).out.toByteArray();
  }

  private static Message value(String name, String... shape) {
    Message dimensions = new Message();
    for (String dimension : shape) {
      dimensions.put(1, new Message().put(2, dimension));
    }
    Message tensor = new Message().put(1, FLOAT).put(2, dimensions);
    return new Message().put(1, name).put(2, new Message().put(1, tensor));
  }

  /** An attribute of a node. */
  public static final class Attribute {
    private final Message message;

    private Attribute(Message message) {
      this.message = message;
    }

    /** One integer. */
    public static Attribute of(String name, long value) {
      return new Attribute(new Message().put(1, name).put(3, value).put(20, 2));
    }

    /** A list of integers. */
    public static Attribute list(String name, long... values) {
      Message message = new Message().put(1, name);
      for (long value : values) {
        message.put(8, value);
      }
      return new Attribute(message.put(20, 7));
    }
  }

  private static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message put(int field, long value) {
      varint((long) field << 3);
      varint(value);
      return this;
    }

    Message put(int field, byte[] bytes) {
      varint(((long) field << 3) | 2);
      varint(bytes.length);
      out.writeBytes(bytes);
      return this;
    }

    Message put(int field, String text) {
      return put(field, text.getBytes(StandardCharsets.UTF_8));
    }

    Message put(int field, Message message) {
      return put(field, message.out.toByteArray());
    }

    private void varint(long value) {
      long rest = value;
      while ((rest & ~0x7FL) != 0) {
        out.write((int) (rest & 0x7F) | 0x80);
        rest >>>= 7;
      }
      out.write((int) rest);
    }
  }
}
