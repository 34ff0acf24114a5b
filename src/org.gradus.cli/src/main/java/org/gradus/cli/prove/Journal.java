package org.gradus.cli.prove;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A long run on disk, line by line: the first says what is run, each further one holds a result.
 *
 * <p>A line is on the disk before the next begins, so that a run that was killed at any point goes
 * on with the first line that is missing. A last line without its end was torn, and is taken away.
 */
public final class Journal implements AutoCloseable {
  private static final byte END = '\n';

  private final Path file;
  private final FileChannel channel;
  private final List<String> lines;

  private Journal(Path file, FileChannel channel, List<String> lines) {
    this.file = file;
    this.channel = channel;
    this.lines = List.copyOf(lines);
  }

  /**
   * Open a journal, or begin it where there is none.
   *
   * @param head first line of a run like this one
   * @throws JournalException if the file is the journal of another run, or none, or in use, or
   *     cannot be written; it is left as it was
   */
  public static Journal open(Path file, String head) {
    if (Files.isDirectory(file)) {
      throw JournalException.folder(file);
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw JournalException.noFolder(file);
    }
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        return of(file, channel, head);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw JournalException.unusable(file, e);
    }
  }

  private static Journal of(Path file, FileChannel channel, String head) throws IOException {
    lock(file, channel);
    byte[] bytes = Files.readAllBytes(file);
    int whole = bytes.length;
    while (whole > 0 && bytes[whole - 1] != END) {
      whole--;
    }
    List<String> lines = new String(bytes, 0, whole, StandardCharsets.UTF_8).lines().toList();
    String found =
        lines.isEmpty() ? new String(bytes, StandardCharsets.UTF_8) : lines.get(0) + "\n";
    if (!(head + "\n").startsWith(found)) {
      throw JournalException.other(file, head, found.stripTrailing());
    }
    channel.truncate(whole);
    channel.position(whole);
    Journal journal =
        new Journal(file, channel, lines.isEmpty() ? lines : lines.subList(1, lines.size()));
    if (lines.isEmpty()) {
      journal.append(head);
    }
    return journal;
  }

  private static void lock(Path file, FileChannel channel) throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      throw JournalException.busy(file);
    }
    if (lock == null) {
      throw JournalException.busy(file);
    }
  }

  /** Where it lies. */
  public Path file() {
    return file;
  }

  /** Results that were there when it was opened, without the first line. */
  public List<String> lines() {
    return lines;
  }

  /**
   * Write a line to the disk.
   *
   * @throws JournalException if it cannot be written
   */
  public void append(String line) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
    } catch (IOException e) {
      throw JournalException.unusable(file, e);
    }
  }

  /** Give it back; its lines stay. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw JournalException.unusable(file, e);
    }
  }
}
