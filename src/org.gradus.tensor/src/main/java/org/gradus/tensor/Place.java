package org.gradus.tensor;

/**
 * Line of a program, as an error or the graph names it.
 *
 * @param file name of the source file, without folders
 * @param line number of the line, from 1
 * @param method name of the method
 */
// [impl->autograd~places~1]
public record Place(String file, int line, String method) {
  private static final String OWN = "org.gradus.tensor.";

  /** Line outside of this library that is being run: the innermost call from there. */
  static Place here() {
    for (StackTraceElement frame : new Throwable().getStackTrace()) {
      if (!isOwn(frame.getClassName())) {
        String file = frame.getFileName();
        return new Place(
            file == null ? frame.getClassName() : file,
            frame.getLineNumber(),
            frame.getMethodName());
      }
    }
    return new Place("unknown", 0, "unknown");
  }

  private static boolean isOwn(String type) {
    return type.startsWith(OWN)
        && (Character.isUpperCase(type.charAt(OWN.length()))
            || type.startsWith("op.", OWN.length())
            || type.startsWith("internal.", OWN.length()));
  }

  /** File and line: {@code Train.java:31}. */
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
