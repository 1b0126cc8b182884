using HomelabPortal.Access;
using HomelabPortal.Access.Authority;

namespace HomelabPortal.Trace.Probing;

/// <summary>What people do with the probes of a trace.</summary>
internal sealed class TraceProbeActs(ActionRunner runner, TraceProbe probe)
{
    public async Task<(ActionOutcome Outcome, TraceProbing? Result)> ProbeAsync(string host, Actor actor, CancellationToken cancellationToken)
    {
        TraceProbing? result = null;
        var outcome = await runner.RunAsync(Act.ProbeNames, $"Probe the way to {host}", actor, async stop => result = await probe.RunAsync(host, stop), cancellationToken);
        return (outcome, result);
    }
}
