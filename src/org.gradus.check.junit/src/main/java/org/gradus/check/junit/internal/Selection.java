package org.gradus.check.junit.internal;

import static java.util.stream.Collectors.toCollection;

import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** From what a launcher selects to classes, gradient tests and points. */
final class Selection implements SelectorResolver {
  private final Replay replay;

  Selection(Replay replay) {
    this.replay = replay;
  }

  @Override
  public Resolution resolve(ClassSelector selector, Context context) {
    return ofClass(context.addToParent(root -> node(root, selector.getJavaClass())));
  }

  @Override
  public Resolution resolve(MethodSelector selector, Context context) {
    Method wanted = selector.getJavaMethod();
    return ofMember(
        context.addToParent(
            () -> DiscoverySelectors.selectClass(selector.getJavaClass()),
            parent -> member(parent, declared -> declared.member().equals(wanted))));
  }

  @Override
  public Resolution resolve(UniqueIdSelector selector, Context context) {
    UniqueId id = selector.getUniqueId();
    String name = id.getLastSegment().getValue();
    UniqueId above = id.getSegments().size() > 1 ? id.removeLastSegment() : id;
    return switch (id.getLastSegment().getType()) {
      case ClassNode.SEGMENT ->
          ofClass(
              context.addToParent(
                  root ->
                      ReflectionSupport.tryToLoadClass(name)
                          .toOptional()
                          .flatMap(type -> node(root, type))));
      case MemberNode.METHOD, MemberNode.FIELD ->
          ofMember(
              context.addToParent(
                  () -> DiscoverySelectors.selectUniqueId(above),
                  parent ->
                      member(
                          parent,
                          declared -> MemberNode.id(parent.getUniqueId(), declared).equals(id))));
      case PointNode.SEGMENT ->
          context
              .addToParent(
                  () -> DiscoverySelectors.selectUniqueId(above), parent -> point(parent, id))
              .map(point -> Resolution.match(Match.exact(point)))
              .orElse(Resolution.unresolved());
      default -> Resolution.unresolved();
    };
  }

  private static Optional<ClassNode> node(TestDescriptor root, Class<?> type) {
    return Declared.in(type).isEmpty()
        ? Optional.empty()
        : Optional.of(new ClassNode(root.getUniqueId(), type));
  }

  private static Optional<MemberNode> member(TestDescriptor parent, Predicate<Declared> wanted) {
    return Declared.in(((ClassNode) parent).type()).stream()
        .filter(wanted)
        .findFirst()
        .map(declared -> new MemberNode(parent.getUniqueId(), declared));
  }

  private Optional<PointNode> point(TestDescriptor parent, UniqueId id) {
    MemberNode member = (MemberNode) parent;
    return member.points(replay).stream()
        .filter(point -> PointNode.id(member.getUniqueId(), point).equals(id))
        .findFirst()
        .map(point -> new PointNode(member.getUniqueId(), member.declared(), point));
  }

  private static Resolution ofClass(Optional<ClassNode> found) {
    return found
        .map(
            node ->
                matched(
                    node,
                    Declared.in(node.type()).stream()
                        .map(declared -> MemberNode.id(node.getUniqueId(), declared))))
        .orElse(Resolution.unresolved());
  }

  private Resolution ofMember(Optional<MemberNode> found) {
    return found
        .map(
            node ->
                matched(
                    node,
                    node.points(replay).stream()
                        .map(point -> PointNode.id(node.getUniqueId(), point))))
        .orElse(Resolution.unresolved());
  }

  private static Resolution matched(TestDescriptor node, Stream<UniqueId> children) {
    Set<DiscoverySelector> selectors =
        children.map(DiscoverySelectors::selectUniqueId).collect(toCollection(LinkedHashSet::new));
    return Resolution.match(Match.exact(node, () -> selectors));
  }
}
