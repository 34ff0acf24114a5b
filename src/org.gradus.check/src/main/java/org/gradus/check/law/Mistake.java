package org.gradus.check.law;

import java.util.function.Supplier;

/**
 * A subject that somebody got wrong, and what a teacher would say.
 *
 * @param name the mistake in a few words
 * @param sentence what a teacher says: what went wrong, and where to look
 * @param law name of the law that must catch it
 * @param subject makes a mistaken subject, ready to run
 * @param <S> kind of subject
 */
public record Mistake<S>(String name, String sentence, String law, Supplier<S> subject) {}
