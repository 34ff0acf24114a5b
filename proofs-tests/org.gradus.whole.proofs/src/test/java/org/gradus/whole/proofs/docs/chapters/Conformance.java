package org.gradus.whole.proofs.docs.chapters;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gradus.cli.Main;

/** What {@code gradus conform} prints of a few cases, both streams together. */
final class Conformance {

  private static final String CASES =
      """
      {"id": "abs-0", "op": "abs", "inputs": [{"shape": [], "data": [-2]}], "grad_output": {"shape": [], "data": [1]}, \
      "output": {"shape": [], "data": [2]}, "grads": [{"shape": [], "data": [-1]}]}
      {"id": "sum-0", "op": "sum", "attrs": {"dim": 1}, "inputs": [{"shape": [2, 2], "data": [1, 2, 3, 4]}], \
      "grad_output": null, "output": {"shape": [2], "data": [3, 7]}, "grads": [null]}
      {"id": "mul-0", "op": "mul", "inputs": [{"name": "input", "shape": [], "data": [2]}, \
      {"name": "other", "shape": [], "data": [5]}], "grad_output": {"shape": [], "data": [1]}, \
      "output": {"shape": [], "data": [10]}, "grads": [{"shape": [], "data": [5]}, {"shape": [], "data": [3]}]}
      {"id": "eig-0", "op": "eigvals", "inputs": [], "grad_output": null, "output": {"shape": [0], "data": []}, "grads": []}
      """;

  private Conformance() {}

  static String cases() {
    return CASES;
  }

  static String help() {
    return run("--help");
  }

  static String run() {
    try {
      Path file = Files.createTempFile("cases", ".jsonl");
      try {
        Files.writeString(file, CASES);
        return run(file.toString()).replace(file.toString(), "cases.jsonl");
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String run(String argument) {
    StringWriter printed = new StringWriter();
    PrintWriter writer = new PrintWriter(printed, true);
    Main.run(writer, writer, "conform", argument);
    return printed.toString();
  }
}
