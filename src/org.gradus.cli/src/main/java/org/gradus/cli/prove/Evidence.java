package org.gradus.cli.prove;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gradus.check.Oracle;
import org.gradus.check.Report;
import org.gradus.check.Tally;
import org.gradus.check.law.MistakeVerdict;
import org.gradus.check.operation.CommonMisconceptions;
import org.gradus.check.operation.Kills;
import org.gradus.check.operation.Polynomial;
import org.gradus.check.operation.SingularityCheck;
import org.gradus.check.operation.SmallScope;
import org.gradus.check.operation.Vacuity;
import org.gradus.cli.prove.FalseAlarms.Seed;
import org.gradus.cli.prove.LawProof.LawText;
import org.gradus.cli.prove.PublishedRule.Judged;
import org.gradus.tensor.op.Distance;
import org.gradus.tensor.op.Kink;
import org.gradus.tensor.op.Operation;

/**
 * The evidence of a run as JSON; two runs of the same options differ in the member {@code versions}
 * alone.
 *
 * <p>Errors are rounded to three digits. A number that is not finite is a text.
 */
// [impl->cli~prove-evidence~1]
final class Evidence {
  private static final MathContext DIGITS = new MathContext(3);
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private Evidence() {}

  static String of(Run run, ProjectFiles files) {
    JsonObject json = new JsonObject();
    json.add("versions", run.versions().json());
    json.add("options", options(run));
    json.add("oracles", array(Oracle.ofOperations().stream().map(oracle -> oracle(oracle, run))));
    json.add("operations", array(run.proofs().stream().map(proof -> operation(proof, files))));
    json.add("laws", array(run.laws().stream().map(Evidence::laws)));
    run.scope().ifPresent(scope -> json.add("smallScope", scope(scope)));
    json.add("comparison", array(run.published().stream().map(Evidence::comparison)));
    json.add("recorded", run.recorded().json());
    return GSON.toJson(json) + "\n";
  }

  /** What a run over seeds has found, as it is recorded. */
  static String of(Versions versions, FalseAlarms run, List<Seed> seeds) {
    JsonObject json = new JsonObject();
    json.addProperty("date", versions.date().toString());
    json.addProperty(
        "command",
        "gradus prove --seed "
            + run.first()
            + " --seeds "
            + seeds.size()
            + " --tries "
            + run.cases());
    json.add("versions", versions.json());
    json.addProperty("operations", run.operations().size());
    json.addProperty("first", run.first());
    json.addProperty("seeds", seeds.size());
    json.addProperty("cases", seeds.stream().mapToLong(Seed::cases).sum());
    json.addProperty("numbers", seeds.stream().mapToLong(Seed::numbers).sum());
    json.add(
        "alarms",
        array(seeds.stream().flatMap(seed -> seed.replays().stream()).map(JsonPrimitive::new)));
    json.addProperty("summary", FalseAlarms.summary(seeds));
    return GSON.toJson(json) + "\n";
  }

  private static JsonObject options(Run run) {
    JsonObject json = new JsonObject();
    json.addProperty("seed", run.plan().seed());
    json.addProperty("tries", run.plan().tries());
    json.addProperty("killMatrix", run.plan().mistakes());
    json.addProperty("smallScope", run.plan().scope().isPresent());
    return json;
  }

  private static JsonObject scope(Scope scope) {
    JsonObject json = new JsonObject();
    json.addProperty("limit", scope.limit());
    json.addProperty("operations", scope.operations());
    json.addProperty("complete", scope.complete());
    json.addProperty("structures", scope.structures());
    json.addProperty("requests", scope.requests());
    json.addProperty("numbers", scope.numbers());
    json.addProperty("summary", scope.toString());
    return json;
  }

  private static JsonObject oracle(Oracle oracle, Run run) {
    JsonObject json = new JsonObject();
    json.addProperty("oracle", oracle.title());
    json.add("tolerance", number(oracle.tolerance()));
    json.addProperty("law", oracle.isLaw());
    json.addProperty("kills", Matrix.by(oracle, run.kills()));
    json.addProperty("killsAlone", Matrix.alone(oracle, run.kills()));
    return json;
  }

  private static JsonObject operation(Proof proof, ProjectFiles files) {
    Operation operation = proof.operation();
    Report report = proof.checked().report();
    JsonObject json = new JsonObject();
    json.addProperty("id", operation.id());
    json.addProperty("formula", operation.formula());
    json.addProperty("rule", operation.rule());
    files
        .of(operation.id())
        .ifPresent(
            place -> {
              json.addProperty("source", place.source());
              json.addProperty("proof", place.proof());
              json.addProperty("page", place.page());
            });
    json.addProperty("passed", proof.checked().passed());
    json.addProperty("cases", proof.checked().cases());
    json.addProperty("numbers", report.numbers());
    json.add("sensitivity", number(report.sensitivity()));
    json.add("oracles", array(report.tallies().stream().map(Evidence::tally)));
    json.add("vacuity", array(proof.vacuity().measures().stream().map(Evidence::measure)));
    json.add("degree", degree(proof.degree()));
    proof.small().ifPresent(outcome -> json.add("smallScope", small(outcome)));
    json.add("kinks", array(operation.kinks().stream().map(Evidence::kink)));
    json.add("mistakes", array(proof.kills().stream().map(Evidence::mistake)));
    return json;
  }

  private static JsonObject tally(Tally tally) {
    JsonObject json = new JsonObject();
    json.addProperty("oracle", tally.oracle().title());
    json.addProperty("numbers", tally.numbers());
    json.addProperty("telling", tally.telling());
    json.addProperty("failures", tally.failures());
    json.add("worstError", number(tally.worstError()));
    json.add("sensitivity", number(tally.sensitivity()));
    return json;
  }

  private static JsonObject degree(Polynomial degree) {
    JsonObject json = new JsonObject();
    degree.degree().ifPresent(bound -> json.addProperty("bound", bound));
    json.addProperty("polynomials", degree.polynomials());
    json.addProperty("cases", degree.cases());
    return json;
  }

  private static JsonObject small(SmallScope.Outcome outcome) {
    JsonObject json = new JsonObject();
    json.addProperty("structures", outcome.structures());
    json.addProperty("complete", outcome.complete());
    json.addProperty("requests", outcome.requests());
    json.addProperty("numbers", outcome.report().numbers());
    json.addProperty("agrees", outcome.report().agrees());
    return json;
  }

  private static JsonObject measure(Vacuity.Measure measure) {
    JsonObject json = new JsonObject();
    json.addProperty("aspect", measure.aspect().title());
    json.addProperty("of", measure.of());
    json.add("measured", number(measure.measured()));
    json.add("bound", number(measure.bound()));
    json.addProperty("enough", measure.isEnough());
    return json;
  }

  private static JsonObject kink(Kink kink) {
    JsonObject json = new JsonObject();
    json.addProperty("where", kink.where());
    json.addProperty("kind", Singularities.kind(kink));
    json.add("distances", array(SingularityCheck.distances(kink).stream().map(Evidence::distance)));
    json.add(
        "gradients",
        array(
            kink.gradients().stream()
                .map(
                    gradient ->
                        array(Arrays.stream(gradient.toArray()).mapToObj(Evidence::exact)))));
    json.addProperty("reason", kink.reason());
    return json;
  }

  private static JsonObject distance(Distance distance) {
    JsonObject json = new JsonObject();
    json.addProperty("name", distance.name());
    json.addProperty("oneSided", distance.oneSided());
    return json;
  }

  private static JsonObject mistake(Kills row) {
    JsonObject json = new JsonObject();
    json.addProperty("name", row.misconception().name());
    json.addProperty("sentence", row.misconception().sentence());
    json.addProperty("symptom", word(row.misconception().symptom()));
    json.addProperty("common", CommonMisconceptions.all().contains(row.misconception()));
    row.harmless().ifPresent(reason -> json.addProperty("harmless", reason));
    json.add("expected", array(row.expected().stream().map(o -> new JsonPrimitive(o.title()))));
    json.addProperty("cases", row.cases());
    json.add("killedAfter", killedAfter(row));
    json.addProperty("asExpected", row.asExpected());
    return json;
  }

  private static JsonObject laws(LawProof proof) {
    JsonObject json = new JsonObject();
    json.addProperty("subject", proof.subject());
    json.addProperty("cases", proof.right().cases());
    json.add("laws", array(proof.laws().stream().map(law -> law(law, proof))));
    json.add("mistakes", array(proof.mistakes().stream().map(Evidence::mistake)));
    return json;
  }

  private static JsonObject law(LawText law, LawProof proof) {
    JsonObject json = new JsonObject();
    json.addProperty("law", law.name());
    json.addProperty("statement", law.statement());
    json.addProperty("kept", !proof.right().after().containsKey(law.name()));
    json.addProperty("kills", proof.by(law.name()));
    json.addProperty("killsAlone", proof.alone(law.name()));
    return json;
  }

  private static JsonObject mistake(MistakeVerdict row) {
    JsonObject json = new JsonObject();
    json.addProperty("name", row.name());
    json.addProperty("sentence", row.sentence());
    json.addProperty("expected", row.law());
    JsonObject after = new JsonObject();
    row.verdict().after().forEach(after::addProperty);
    json.add("killedAfter", after);
    json.addProperty("asExpected", row.asExpected());
    return json;
  }

  private static JsonObject comparison(Judged judged) {
    PublishedRule rule = judged.published();
    JsonObject json = new JsonObject();
    json.addProperty("suite", rule.suite());
    json.addProperty("operation", rule.right().id());
    json.addProperty("rule", rule.rule());
    json.addProperty("standing", word(rule.standing()));
    json.addProperty("elsewhere", word(rule.elsewhere()));
    json.addProperty("comment", rule.comment());
    json.addProperty("here", word(judged.verdict()));
    json.add("killedAfter", killedAfter(judged.kills()));
    return json;
  }

  private static JsonObject killedAfter(Kills row) {
    JsonObject json = new JsonObject();
    row.after().forEach((oracle, cases) -> json.addProperty(oracle.title(), cases));
    return json;
  }

  /** A constant in words. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static JsonArray array(Stream<? extends JsonElement> elements) {
    JsonArray array = new JsonArray();
    elements.forEach(array::add);
    return array;
  }

  private static JsonPrimitive number(double value) {
    return Double.isFinite(value)
        ? new JsonPrimitive(new BigDecimal(value).round(DIGITS).stripTrailingZeros())
        : exact(value);
  }

  private static JsonPrimitive exact(double value) {
    return Double.isFinite(value)
        ? new JsonPrimitive(value)
        : new JsonPrimitive(Double.toString(value));
  }
}
