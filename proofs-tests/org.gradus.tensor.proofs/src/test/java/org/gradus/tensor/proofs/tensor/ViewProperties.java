package org.gradus.tensor.proofs.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;

/** Views of views, held against a model that knows no strides. */
// [proof->tensor~views~1]
class ViewProperties {

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void chainOfViewsShowsTheCellsOfTheModel(
      @ForAll("shapes") int[] shape, @ForAll("chains") List<ViewStep> chain) {
    Tensor base = SmallShapes.counted(shape);
    ViewStep.Both end = follow(base, chain);
    Tensor view = end.tensor();
    assertThat(view.shape()).isEqualTo(end.picture().shape());
    double[] expected = Arrays.stream(end.picture().cells()).mapToDouble(c -> c + 1).toArray();
    assertThat(view.toArray()).containsExactly(expected);
    assertThat(view.sharesStorageWith(base)).isTrue();
    assertThat(view.numel()).isEqualTo(expected.length);
    assertThat(view.add(0).toArray()).as("read by a kernel").containsExactly(expected);
    assertThat(view.add(Tensor.zeros(view.shape()).unsqueeze(0)).toArray())
        .as("read through a broadcast")
        .containsExactly(expected);
    assertThat(view.isContiguous()).isEqualTo(isDense(end.picture()));
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void writingThroughAChainChangesItsCellsAndNoOther(
      @ForAll("shapes") int[] shape, @ForAll("chains") List<ViewStep> chain) {
    Tensor base = SmallShapes.counted(shape);
    ViewStep.Both end = follow(base, chain);
    Tensor view = end.tensor();
    double[] cells = base.toArray();
    Tensor news = SmallShapes.counted(view.shape()).neg();
    if (end.picture().overlaps()) {
      assertThatThrownBy(() -> view.copy_(news)).isExactlyInstanceOf(ShapeException.class);
      assertThat(base.version()).isZero();
    } else {
      view.copy_(news);
      for (int i = 0; i < end.picture().cells().length; i++) {
        cells[end.picture().cells()[i]] = -(i + 1);
      }
      assertThat(base.version()).isOne();
      assertThat(view.version()).isOne();
    }
    assertThat(base.toArray()).containsExactly(cells);
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void changesOfTheBaseAreSeenThroughAChain(
      @ForAll("shapes") int[] shape, @ForAll("chains") List<ViewStep> chain) {
    Tensor base = SmallShapes.counted(shape);
    ViewStep.Both end = follow(base, chain);
    base.mul_(10);
    assertThat(end.tensor().toArray())
        .containsExactly(
            Arrays.stream(end.picture().cells()).mapToDouble(c -> 10 * (c + 1)).toArray());
  }

  /** Dense: each element is one cell after the one before it. */
  private static boolean isDense(Picture picture) {
    int[] cells = picture.cells();
    for (int i = 1; i < cells.length; i++) {
      if (cells[i] != cells[0] + i) {
        return false;
      }
    }
    return true;
  }

  private static ViewStep.Both follow(Tensor base, List<ViewStep> chain) {
    ViewStep.Both both = new ViewStep.Both(base, Picture.of(base.shape()));
    for (ViewStep step : chain) {
      both = step.of(both);
    }
    return both;
  }

  @Provide
  Arbitrary<int[]> shapes() {
    return ViewSteps.shapes();
  }

  @Provide
  Arbitrary<List<ViewStep>> chains() {
    return ViewSteps.step().list().ofMaxSize(8);
  }
}
