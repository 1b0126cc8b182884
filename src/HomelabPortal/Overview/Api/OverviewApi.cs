using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Cluster;
using HomelabPortal.Desired;
using HomelabPortal.Platform;
using HomelabPortal.Ui.Shell;

namespace HomelabPortal.Overview.Api;

internal static class OverviewApi
{
    public static void MapOverviewApi(this RouteGroupBuilder api) =>
        api.MapGet("/lab", Get).RequireAct(Act.SeeLab).Produces<LabResource>().WithTags("Lab").WithSummary("The lab in a few lines, and how fresh they are");

    private static ApiAnswer Get(Live<ShellState> shell, Live<OverviewState> overview, Live<ClusterState> cluster, DesiredStore desired)
    {
        var (frame, state) = (shell.Current.Value, overview.Current);
        var isKnown = state.AsOf is not null;
        var verdict = LabVerdict.Of(state, cluster.Current.Value, frame.Sources);
        return ApiAnswer.Of(new LabResource(
            frame.LabName, frame.IsSimulated, desired.Current.Revision, [.. frame.Sources.Select(SourceResource.Of)],
            isKnown ? verdict.Headline : null, state.AsOf, verdict.IsWhole ? null : verdict.Note, isKnown ? [.. state.Value.Problems.Select(TroubleResource.Of)] : null));
    }
}
