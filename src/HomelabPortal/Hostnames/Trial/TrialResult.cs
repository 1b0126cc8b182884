using HomelabPortal.Hostnames.Table.Parts;
using HomelabPortal.Platform;

namespace HomelabPortal.Hostnames.Trial;

/// <summary>What would become of a request.</summary>
/// <param name="Steps">The way it goes, up to where it ends.</param>
public sealed record TrialResult(TrialRequest Request, ValueList<TrialStep> Steps)
{
    public ValueList<DnsPart> Records { get; init; } = [];

    public TunnelTrial? Tunnel { get; init; }

    public ValueList<TriedRoute> Routes { get; init; } = [];
}
