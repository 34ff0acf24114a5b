package org.gradus.whole.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of src is an OSGi bundle that shows its API and hides the rest. */
class ManifestTest {

  static Stream<Path> bundles() {
    return Project.bundles().stream();
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void aBundleIsNamedAsItsFolder(Path bundle) throws IOException {
    assertThat(manifest(bundle).getValue("Bundle-SymbolicName"))
        .isEqualTo(bundle.getFileName().toString());
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void aBundleExportsPackagesUnderItsNameAndNoInternalOne(Path bundle) throws IOException {
    String root = bundle.getFileName().toString();
    assertThat(manifest(bundle).getValue("Export-Package"))
        .as("exports of %s", root)
        .startsWith(root)
        .doesNotContain(".internal");
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void aBundleCarriesTheLicense(Path bundle) throws IOException {
    assertThat(Files.readString(Project.built(bundle, "classes/META-INF/LICENSE")))
        .startsWith("Eclipse Public License - v 2.0");
  }

  private static Attributes manifest(Path bundle) throws IOException {
    try (InputStream text =
        Files.newInputStream(Project.built(bundle, "classes/META-INF/MANIFEST.MF"))) {
      return new Manifest(text).getMainAttributes();
    }
  }
}
