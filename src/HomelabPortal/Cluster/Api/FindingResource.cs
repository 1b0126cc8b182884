using HomelabPortal.Cluster.Health;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Api;

/// <summary>One thing that was found about an object.</summary>
/// <param name="Code">Stable: what programs go by, such as service.missing.</param>
/// <param name="NextStep">What somebody can do about it; empty when nothing.</param>
internal sealed record FindingResource(string Code, HealthState State, string Sentence, string NextStep)
{
    public static FindingResource Of(Finding finding) => new(finding.Code, finding.State, finding.Sentence, finding.NextStep);
}
