using HomelabPortal.Desired;
using HomelabPortal.Platform;

namespace HomelabPortal.Reconcile;

/// <summary>Plans an edit and, when the plan refuses it while a pass is writing, plans again after: a thing of ours that is half written looks like somebody else's.</summary>
internal sealed class SettledPreview(PlanPreview preview, Live<ReconcileStatus> status, TimeProvider time)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    public async Task<PlanPreview.Result> PlanAsync(DesiredEdit edit, string ownerId, CancellationToken cancellationToken)
    {
        var wasWriting = status.Current.Value.IsRunning;
        var result = await preview.PlanAsync(edit, ownerId, cancellationToken);
        if (result.Plan.Refusals.IsEmpty || !(wasWriting || status.Current.Value.IsRunning))
            return result;
        await SettleAsync(cancellationToken);
        return await preview.PlanAsync(edit, ownerId, cancellationToken);
    }

    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await foreach (var latest in status.WatchAsync(either.Token))
            {
                if (!latest.Value.IsRunning)
                    return;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // A pass that takes so long is stuck on something; the plan as it is now must do.
        }
    }
}
