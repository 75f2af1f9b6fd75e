package org.palimpsest.app.ui.exhibits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.palimpsest.app.casework.ExhibitRole;

final class ImportViewModelTest {
  @Test
  void asksForAWholeChannel() {
    ImportViewModel model = new ImportViewModel(List.of(Path.of("a.wav")));
    assertThat(model.problem()).isEmpty();
    model.channelProperty().set("two");
    assertThat(model.problem()).isPresent();
    model.channelProperty().set(" 2 ");
    assertThat(model.problem()).isEmpty();
    assertThat(model.requests().get(0).channel()).isEqualTo(OptionalInt.of(2));
  }

  @Test
  void labelsOneFileOnly() {
    ImportViewModel one = new ImportViewModel(List.of(Path.of("a.wav")));
    one.labelProperty().set("Call");
    one.speakerProperty().set(" ");
    assertThat(one.requests().get(0).label()).contains("Call");
    assertThat(one.requests().get(0).speaker()).isEmpty();
    ImportViewModel two = new ImportViewModel(List.of(Path.of("a.wav"), Path.of("b.wav")));
    two.labelProperty().set("Call");
    two.roleProperty().set(ExhibitRole.KNOWN);
    two.asIsProperty().set(true);
    assertThat(two.requests())
        .hasSize(2)
        .allMatch(r -> r.label().equals(Optional.empty()))
        .allMatch(r -> r.role() == ExhibitRole.KNOWN && r.asIs());
  }
}
