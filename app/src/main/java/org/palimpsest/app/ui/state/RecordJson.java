package org.palimpsest.app.ui.state;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.palimpsest.evidence.format.JsonObject;

/**
 * Settings that are a record of numbers, truth values and enumerations, by the names of their
 * components: settings that come later, or went, leave the others as they were kept.
 */
public final class RecordJson {
  private RecordJson() {}

  public static JsonObject of(Record settings) {
    JsonObject json = JsonObject.empty();
    for (RecordComponent component : settings.getClass().getRecordComponents()) {
      Object value = value(component, settings);
      json = json.with(component.getName(), value instanceof Enum<?> e ? e.name() : "" + value);
    }
    return json;
  }

  /** {@code defaults} with what {@code json} has; all of them where that makes no settings. */
  public static <R extends Record> R read(JsonObject json, R defaults) {
    @SuppressWarnings("unchecked") // the class of an R
    Class<R> type = (Class<R>) defaults.getClass();
    RecordComponent[] components = type.getRecordComponents();
    try {
      Object[] values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        String name = components[i].getName();
        Object standard = value(components[i], defaults);
        values[i] =
            json.has(name) ? parse(components[i].getType(), json.string(name), standard) : standard;
      }
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      return defaults; // settings of another program version that this one would refuse
    }
  }

  private static Object value(RecordComponent component, Record of) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(of);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }

  private static Object parse(Class<?> type, String text, Object standard) {
    if (type == double.class) {
      return Double.parseDouble(text);
    }
    if (type == int.class) {
      return Integer.parseInt(text);
    }
    if (type == boolean.class) {
      return Boolean.parseBoolean(text);
    }
    if (type.isEnum()) {
      for (Object constant : type.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(text)) {
          return constant;
        }
      }
      return standard;
    }
    return type == String.class ? text : standard;
  }
}
