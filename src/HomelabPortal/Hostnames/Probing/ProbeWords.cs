using HomelabPortal.Ui.State;

namespace HomelabPortal.Hostnames.Probing;

/// <summary>How results are said to a person.</summary>
internal static class ProbeWords
{
    public static string Word(this ProbeClass kind) => kind switch
    {
        ProbeClass.AccessRedirect => "Asks for a login",
        ProbeClass.Answer => "Answers",
        ProbeClass.NoRoute => "No route",
        ProbeClass.CatchAll => "No rule",
        ProbeClass.OriginFault => "Service unreachable",
        ProbeClass.TunnelDown => "Tunnel not connected",
        ProbeClass.OriginUnknown => "Target unknown",
        ProbeClass.Blocked => "Blocked",
        ProbeClass.TlsFault => "No certificate",
        ProbeClass.NotResolved => "Not in DNS",
        ProbeClass.HouseAddress => "House address",
        ProbeClass.NoConnection => "No connection",
        ProbeClass.Timeout => "No answer in time",
        _ => "Not tried",
    };

    public static HealthState State(this ProbeClass kind) => kind switch
    {
        ProbeClass.AccessRedirect or ProbeClass.Answer => HealthState.Healthy,
        ProbeClass.Blocked or ProbeClass.HouseAddress => HealthState.Degraded,
        ProbeClass.ResolverFault => HealthState.Unknown,
        _ => HealthState.Broken,
    };

    /// <summary>May pass by itself, since DNS and connectors take a moment after a change.</summary>
    public static bool MayPass(this ProbeClass kind) =>
        kind is ProbeClass.NotResolved or ProbeClass.TunnelDown or ProbeClass.CatchAll or ProbeClass.HouseAddress or ProbeClass.NoRoute or ProbeClass.OriginFault or ProbeClass.Timeout or ProbeClass.NoConnection;
}
