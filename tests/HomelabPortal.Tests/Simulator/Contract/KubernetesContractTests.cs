using System.Text.Json.Nodes;
using HomelabPortal.Tests.Simulator.ReferenceLab;

namespace HomelabPortal.Tests.Simulator.Contract;

public sealed class KubernetesContractTests
{
    private static readonly string[] WithoutSchema = ["Application", "NodeMetrics", "PodMetrics"];

    [SharedDataFact]
    public void ReferenceLab_AtStartAndLater_FitsTheSchemasOfItsKinds()
    {
        var schemas = new KubernetesSchemas();
        var lab = new LivingLab();
        var findings = Findings(schemas, lab).ToList();
        lab.Live(90);
        lab.Store.Delete("v1", "Pod", "media", (string)lab.Pod("sonarr")["metadata"]!["name"]!);
        lab.Live(2);
        findings.AddRange(Findings(schemas, lab));

        if (findings.Count > 0) Assert.Fail(string.Join('\n', findings.Distinct()));
    }

    private static IEnumerable<string> Findings(KubernetesSchemas schemas, LivingLab lab)
    {
        foreach (var item in lab.Store.Catalog.All.SelectMany(resource => lab.Store.List(resource.Group, resource.Plural)))
        {
            var kind = (string)item["kind"]!;
            if (kind is "CustomResourceDefinition") continue;
            var violations = schemas.Check(item);
            if (violations is null && !WithoutSchema.Contains(kind)) yield return $"{item["apiVersion"]} {kind} has no schema";
            // A condition that was never probed says so with null, as the API server does.
            foreach (var violation in violations ?? [])
                if (!violation.At.EndsWith("/lastProbeTime", StringComparison.Ordinal) && !(violation.At is "/eventTime" && violation.Says is "is null"))
                    yield return $"{kind} {Generic(violation.At)}: {violation.Says}";
        }
    }

    /// <summary>Numbers in a path would repeat every finding for every item.</summary>
    private static string Generic(string at) => string.Join('/', at.Split('/').Select(step => int.TryParse(step, out _) ? "N" : step));
}
