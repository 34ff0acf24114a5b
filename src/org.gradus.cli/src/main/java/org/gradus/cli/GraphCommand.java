package org.gradus.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gradus.study.ComputationGraph;
import org.gradus.study.Diagram;
import org.gradus.study.DiagramLayout;
import org.gradus.study.Dot;
import org.gradus.study.Mermaid;
import org.gradus.study.Png;
import org.gradus.study.Svg;
import org.gradus.study.TextTree;
import org.gradus.tensor.Graph;
import org.gradus.tensor.Tensor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code gradus graph}: the graph of a formula, and backward through it. */
// [impl->cli~graph~1]
@Command(
    name = "graph",
    description = {
      "Show the computation graph of a formula, with values, local partials and gradients.",
      "",
      "A formula has numbers, vectors [1, 2], names, + - * / ^ @ for the matrix product, and the"
          + " operations of the catalogue as functions: exp(x), sum(x, 0); but those that need"
          + " options, randomness or a list of tensors, as maxPool2d, dropout and cat, are none."
          + " Parts can be named: \"b = 2*a; c = a*a; L = b*c\". One that begins with - goes"
          + " last, after --."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:done", "2:bad usage or input"})
final class GraphCommand implements Callable<Integer> {

  private final Main main;

  @Parameters(paramLabel = "FORMULA", description = "What to compute.")
  private String formula = "";

  @Option(
      names = "--at",
      paramLabel = "NAME=VALUE",
      description = "Values of names: --at \"a=3, w=[0.5, -1]\". May be repeated.")
  private List<String> at = List.of();

  @Option(
      names = "--format",
      paramLabel = "text|dot|mermaid|svg|png",
      description = "How to write it. Default: as FILE ends, else text.")
  private Optional<Format> format = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write it to FILE instead of standard output.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--steps",
      description = "Print backward step by step: node, partials, what is added to whom.")
  private boolean steps;

  /** The formats that graphs are written in, each an ending of files. */
  enum Format {
    TEXT(".txt"),
    DOT(".dot"),
    MERMAID(".mmd"),
    SVG(".svg"),
    PNG(".png");

    private final String ending;

    Format(String ending) {
      this.ending = ending;
    }

    static Format of(Path file) {
      String name = file.toString().toLowerCase(Locale.ROOT);
      return Stream.of(values())
          .filter(format -> name.endsWith(format.ending))
          .findFirst()
          .orElseThrow(
              () ->
                  UsageException.unknownEnding(
                      file, Stream.of(values()).map(format -> format.ending).toList()));
    }
  }

  GraphCommand(Main main) {
    this.main = main;
  }

  /** What helps where a formula was taken for options, or options were for formulas. */
  Optional<String> remedy(CommandSpec command, List<String> args) {
    int end = args.indexOf("--");
    boolean hasFormulaBefore =
        args.stream()
            .limit(end < 0 ? args.size() : end)
            .anyMatch(arg -> arg.matches("-[^-].*") && !command.optionsMap().containsKey(arg));
    boolean hasMoreAfter = end >= 0 && end + 2 < args.size();
    return hasFormulaBefore || hasMoreAfter
        ? Optional.of("put a formula that begins with - last, after --, and options before it")
        : Optional.empty();
  }

  @Override
  public Integer call() {
    Format chosen = format.or(() -> out.map(Format::of)).orElse(Format.TEXT);
    if (out.isEmpty() && chosen == Format.PNG) {
      throw UsageException.pngWithoutFile();
    }
    if (out.isEmpty() && steps && chosen != Format.TEXT) {
      throw UsageException.stepsBesidePicture(chosen.name().toLowerCase(Locale.ROOT));
    }
    Map<String, Tensor> values = new LinkedHashMap<>();
    for (String given : at) {
      Formula.values(given)
          .forEach(
              (name, value) -> {
                if (values.put(name, value) != null) {
                  throw UsageException.valueTwice(name);
                }
              });
    }
    Tensor result = Formula.of(formula).value(values);
    ComputationGraph graph = graph(result);
    PrintWriter printer = main.out();
    Diagram diagram = graph.diagram();
    int nodes = diagram.nodes().size();
    if ((chosen == Format.SVG || chosen == Format.PNG) && nodes > DiagramLayout.MOST_NODES) {
      throw UsageException.tooManyNodes(nodes, DiagramLayout.MOST_NODES);
    }
    out.ifPresentOrElse(
        file -> write(file, chosen, diagram), () -> printer.print(text(chosen, diagram)));
    if (steps) {
      printer.print(graph.steps());
    }
    printer.flush();
    return 0;
  }

  /** Walks back from a single number; from several numbers, and from constants, it cannot. */
  private ComputationGraph graph(Tensor result) {
    if (result.numel() == 1 && result.requiresGrad()) {
      return ComputationGraph.of(Graph.of(result), Tensor.ones(result.shape()));
    }
    if (steps) {
      throw result.requiresGrad()
          ? UsageException.stepsFromMany(formula, result)
          : UsageException.stepsFromConstant(formula);
    }
    return ComputationGraph.of(Graph.of(result));
  }

  private static String text(Format format, Diagram diagram) {
    return switch (format) {
      case DOT -> Dot.text(diagram);
      case MERMAID -> Mermaid.text(diagram);
      case SVG -> Svg.text(diagram.drawing());
      case TEXT, PNG -> TextTree.text(diagram);
    };
  }

  private static void write(Path file, Format format, Diagram diagram) {
    switch (format) {
      case TEXT -> TextTree.write(file, diagram);
      case DOT -> Dot.write(file, diagram);
      case MERMAID -> Mermaid.write(file, diagram);
      case SVG -> Svg.write(file, diagram.drawing());
      case PNG -> Png.write(file, diagram.drawing());
    }
  }
}
