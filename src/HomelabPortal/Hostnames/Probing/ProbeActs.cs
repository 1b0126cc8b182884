using HomelabPortal.Access;
using HomelabPortal.Access.Authority;

namespace HomelabPortal.Hostnames.Probing;

/// <summary>What people do with the probe.</summary>
internal sealed class ProbeActs(ActionRunner runner, EdgeProbe probe)
{
    public async Task<(ActionOutcome Outcome, ProbeResult? Result)> ProbeAsync(string hostname, Actor actor, CancellationToken cancellationToken)
    {
        ProbeResult? result = null;
        var outcome = await runner.RunAsync(Act.ProbeNames, $"Try {hostname} from outside", actor, async stop => result = await probe.RunAsync(hostname, "/", stop), cancellationToken);
        return (outcome, result);
    }
}
