package org.gradus.learn.proofs.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.gradus.learn.nn.Activation;
import org.gradus.learn.nn.Sequential;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Examples of modules one after the other: concepts M6, N1 and N2 of the lesson. */
// [proof->learn~sequential~1]
class SequentialTest {

  private static final String PROGRAM =
      """
      import org.gradus.learn.*;
      import org.gradus.learn.nn.*;
      import org.gradus.tensor.*;
      interface Feature extends Axis {}
      interface Hidden extends Axis {}
      interface Target extends Axis {}
      class Program {
        void run(
            Linear<Feature, Hidden> first,
            Linear<Hidden, Target> second,
            Matrix<Sample, Feature> x,
            Matrix<Sample, Hidden> h) {
          %s
        }
      }
      """;

  /** Packages of types, and the annotations that JDK 25 shows. */
  private static final Pattern SHORT =
      Pattern.compile("@[\\w.]+ |org\\.gradus\\.(learn\\.nn|learn|tensor)\\.");

  @Test
  void itIsTheCompositionInTheOrderOfItsParts() {
    Activation<Tensor> twice = Activation.of("Twice", x -> x.mul(2));
    Activation<Tensor> oneMore = Activation.of("OneMore", x -> x.add(1));
    assertThat(Sequential.of(twice).then(oneMore).forward(Tensor.of(3)).toArray())
        .containsExactly(7);
    assertThat(Sequential.of(oneMore).then(twice).forward(Tensor.of(3)).toArray())
        .containsExactly(8);
  }

  @Test
  void toGoOnLeavesTheShorterOneAsItIs() {
    Sequential<Tensor, Tensor> one = Sequential.of(Activation.<Tensor>relu());
    Sequential<Tensor, Tensor> two = one.then(Activation.tanh());
    assertThat(one.parts().keySet()).containsExactly("0");
    assertThat(two.parts().keySet()).containsExactly("0", "1");
    assertThat(two.parts().get("0")).isSameAs(one.parts().get("0"));
  }

  @Test
  void partsThatMeetCompile() {
    assertThat(errors("Sequential.of(first).then(Activation.relu()).then(second).forward(x);"))
        .isEmpty();
  }

  @Test
  void partsThatDoNotMeetDoNotCompile() {
    assertThat(errors("Sequential.of(first).then(first);"))
        .singleElement()
        .asString()
        .contains("Linear<Feature,Hidden> cannot be converted to Module<Matrix<Sample,Hidden>,Z>");
    assertThat(errors("Sequential.of(first).then(Activation.relu()).then(first);")).hasSize(1);
    assertThat(errors("Sequential.of(first).then(second).forward(h);")).hasSize(1);
    assertThat(errors("Matrix<Sample, Hidden> y = Sequential.of(first).then(second).forward(x);"))
        .hasSize(1);
  }

  private static List<String> errors(String statement) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var found = new DiagnosticCollector<JavaFileObject>();
    var source =
        new SimpleJavaFileObject(URI.create("string:///Program.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return PROGRAM.formatted(statement);
          }
        };
    List<String> options =
        List.of(
            "-proc:none",
            "-d",
            System.getProperty("java.io.tmpdir"),
            "-cp",
            System.getProperty("java.class.path"));
    compiler.getTask(null, null, found, options, null, List.of(source)).call();
    return found.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(diagnostic -> SHORT.matcher(diagnostic.getMessage(Locale.ENGLISH)).replaceAll(""))
        .toList();
  }
}
