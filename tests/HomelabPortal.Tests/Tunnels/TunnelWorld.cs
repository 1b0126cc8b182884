using System.Text.Json.Nodes;
using HomelabPortal.Reconcile;
using HomelabPortal.Tunnels;
using HomelabPortal.Tunnels.Planning;

namespace HomelabPortal.Tests.Tunnels;

/// <summary>A tunnel in memory: read from a golden case, and changed as a faithful target would.</summary>
internal sealed record TunnelWorld(TunnelView View, Ledger Ledger)
{
    public static TunnelView Read(JsonObject actual)
    {
        if (actual["problem"] is { } problem)
            return TunnelView.Unusable((string)problem!);
        var connectors = actual["connectors"]?.AsArray().Select(connector => new LiveConnector((string)connector!["id"]!, (int?)connector["configVersion"])) ?? [];
        return new TunnelView(
            "acc1", (string)actual["tunnel"]!["id"]!, "home", actual["tunnel"]!["document"]!.DeepClone().AsObject(),
            (int)actual["tunnel"]!["version"]!, [.. connectors], null);
    }

    /// <summary>One write for the whole plan; the connectors follow at once.</summary>
    public TunnelWorld Apply(Plan plan)
    {
        var writes = plan.Changes.Where(change => change.Kind is not ChangeKind.Release).ToList();
        var version = writes.Count > 0 ? View.Version + 1 : View.Version;
        var view = View with
        {
            Document = writes.Count > 0 ? TunnelDocument.Merge(View.Document, writes) : View.Document,
            Version = version,
            Connectors = [.. View.Connectors.Select(connector => connector with { ConfigVersion = version })],
        };
        var entries = plan.Changes.Aggregate(Ledger.Entries, (known, change) => change.After is null
            ? known.Remove(change.Key)
            : known.SetItem(change.Key, new LedgerEntry(change.Key, change.OwnerId, View.TunnelId, change.After.DeepClone())));
        return new TunnelWorld(view, new Ledger(entries));
    }
}
