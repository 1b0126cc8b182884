using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Tunnels.Writing;

/// <summary>A merged document with the changes it carries, and those that need no write or must not be written.</summary>
internal sealed record TunnelMerge(JsonObject Document, ImmutableArray<Change> Open, ImmutableArray<ChangeOutcome> Settled)
{
    public static TunnelMerge Of(JsonObject current, ImmutableArray<Change> changes)
    {
        var settled = ImmutableArray.CreateBuilder<ChangeOutcome>();
        var open = ImmutableArray.CreateBuilder<Change>();
        foreach (var change in changes)
        {
            if (TunnelDocument.Holds(current, change))
                settled.Add(ChangeOutcome.Applied(change, TunnelWriter.EntryOf(change)));
            else if (IsAsPlanned(current, change))
                open.Add(change);
            else
                settled.Add(ChangeOutcome.Failed(change, new TargetFault(FaultKind.Retry, $"The rule of {RuleChange.Of(change).Was.Hostname} changed after the plan was made. Nothing was written; it is planned afresh.")));
        }

        return new TunnelMerge(TunnelDocument.Merge(current, open), open.ToImmutable(), settled.ToImmutable());
    }

    private static bool IsAsPlanned(JsonObject document, Change change)
    {
        var wanted = RuleChange.Of(change);
        if (wanted.After is { } after && after.Slot != wanted.Was && TunnelDocument.Find(document, after.Slot) is not null)
            return false;
        var live = TunnelDocument.Find(document, wanted.Was);
        return change.Before is null ? live is null : live is { } rule && rule.IsEquivalentTo(change.Before);
    }
}
