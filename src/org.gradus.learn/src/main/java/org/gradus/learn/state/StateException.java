package org.gradus.learn.state;

import java.nio.file.Path;

/**
 * A file of tensors that cannot be used as asked.
 *
 * <p>The message says what was asked, what must hold, what was given, and the remedy.
 */
public final class StateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Say what was asked, what must hold, what was given, and the remedy. */
  public StateException(String message) {
    super(message);
  }

  static StateException unreadable(Path file, String reason) {
    return new StateException(
        """
        read %s: the file must be readable
          reason  %s
        give the path of a safetensors file that exists"""
            .formatted(file, reason));
  }

  static StateException damaged(Path file, String rule, Object given) {
    return new StateException(
        """
        read %s: %s
          given  %s
        the file is damaged or of another format; write it anew, or give a safetensors file"""
            .formatted(file, rule, given));
  }
}
