using HomelabPortal.Checks.Judging;
using HomelabPortal.Checks.Running;
using HomelabPortal.Hostnames;
using HomelabPortal.Hostnames.Probing;
using HomelabPortal.Platform;
using HomelabPortal.Trace.Probing;
using HomelabPortal.Trace.Reports;
using HomelabPortal.Trace.Watching;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Checks.Derived;

/// <summary>Looks at a name of the lab by the ways of its trace.</summary>
internal sealed class DerivedAsker(Live<TraceState> traces, EdgeProbe edge, PlaceProbe places, IOptions<HostnameOptions> options)
{
    public async Task<CheckAnswer> AskAsync(CheckTask task, CancellationToken cancellationToken)
    {
        if (traces.Current.Value.Find(task.Host)?.Report is not { } report)
            return CheckAnswer.Unknown("The lab does not know the name any more.");
        switch (task.Kind)
        {
            case CheckKind.Workload:
                return DerivedVerdicts.Of(report);
            case CheckKind.Edge:
                try
                {
                    return DerivedVerdicts.Of(await edge.LookAsync(task.Host, ProbeTargets.Written(report.Path), cancellationToken));
                }
                catch (ProbeRefusal refusal)
                {
                    return CheckAnswer.Unknown(refusal.Message);
                }

            default:
                return await AskInHouseAsync(report, cancellationToken);
        }
    }

    private async Task<CheckAnswer> AskInHouseAsync(TraceReport report, CancellationToken cancellationToken)
    {
        // A simulated lab has addresses that belong to nobody here, or to somebody's real machines.
        if (options.Value.Edge is not null)
            return CheckAnswer.Unknown("The lab is simulated: nothing of it stands at this address.");
        var sights = new List<ProbeSight>();
        // Where the route leaves the port open, it stands at one of them; an error of the app is an answer.
        foreach (var target in ProbeTargets.Of(report).Where(target => target.Hop == HopKind.Lan))
        {
            sights.Add(await places.TryAsync(report.Host, target, cancellationToken));
            if (sights[^1].Outcome is ProbeOutcome.Verified or ProbeOutcome.ServerError)
                return DerivedVerdicts.Of(sights[^1]);
        }

        return sights.MinBy(sight => sight.Outcome) is { } nearest ? DerivedVerdicts.Of(nearest) : CheckAnswer.Unknown("No address of the ingress is known now.");
    }
}
