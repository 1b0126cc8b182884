using HomelabPortal.Hostnames.Probing;

namespace HomelabPortal.Trace.Probing;

/// <summary>What an answer of the public edge says of the way behind it.</summary>
internal static class EdgeOutcomes
{
    public static ProbeOutcome Of(ProbeResult result) => result.Class switch
    {
        ProbeClass.Answer => result.Status >= 500 ? ProbeOutcome.ServerError : ProbeOutcome.Verified,
        // The login stands before the tunnel: whether something answers behind it is not seen.
        ProbeClass.AccessRedirect or ProbeClass.Blocked or ProbeClass.NoRoute or ProbeClass.CatchAll or ProbeClass.HouseAddress => ProbeOutcome.Reached,
        ProbeClass.OriginFault => ProbeOutcome.ServerError,
        ProbeClass.ResolverFault => ProbeOutcome.NotTested,
        _ => ProbeOutcome.Unreachable,
    };
}
