using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HomelabPortal.Reconcile;
using HomelabPortal.Tunnels;
using HomelabPortal.Tunnels.Planning;

namespace HomelabPortal.Tests.Tunnels;

/// <summary>Tunnels in memory: read from a golden case, and changed as a faithful target would.</summary>
internal sealed record TunnelWorld(TunnelView View, Ledger Ledger)
{
    public LiveTunnel Home => View.State.Tunnels[0];

    public JsonObject Document => Home.Document;

    /// <summary>One tunnel, and it is the one that exposures go through.</summary>
    public static TunnelView ViewOf(string id, JsonObject document, int version, params LiveConnector[] connectors) => new(new TunnelState(
        "acc1", [new LiveTunnel(id, "home", "healthy", true, document, version, [.. connectors])], id, null));

    public static TunnelView Read(JsonObject actual)
    {
        if (actual["problem"] is { } problem)
            return TunnelView.Unusable((string)problem!);
        var home = Tunnel(actual["tunnel"]!.AsObject(), "home", actual["connectors"]?.AsArray());
        var others = actual["others"]?.AsArray().Select(other => Tunnel(other!.AsObject(), (string)other!["name"]!, other["connectors"]?.AsArray())) ?? [];
        var contended = actual["contended"]?.AsArray().Select(rule => new ContendedRule(
            home.Id, new RuleSlot((string)rule!["hostname"]!, (string?)rule["path"] ?? ""), (string)rule["writer"]!, 3, GoldenCase.Now)) ?? [];
        return new TunnelView(new TunnelState("acc1", [home, .. others], home.Id, null) { Contended = [.. contended] });
    }

    /// <summary>Somebody replaces the document.</summary>
    public TunnelWorld With(JsonObject document) => this with { View = new TunnelView(View.State with { Tunnels = View.State.Tunnels.SetItem(0, Home with { Document = document }) }) };

    /// <summary>One write for the whole plan; the connectors follow at once.</summary>
    public TunnelWorld Apply(Plan plan)
    {
        var tunnels = View.State.Tunnels.Select(tunnel =>
        {
            var writes = plan.Changes.Where(change => change.Kind is not (ChangeKind.Release or ChangeKind.Adopt) && change.RemoteId == tunnel.Id).ToList();
            var version = writes.Count > 0 ? tunnel.Version + 1 : tunnel.Version;
            return tunnel with
            {
                Document = writes.Count > 0 ? TunnelDocument.Merge(tunnel.Document, writes) : tunnel.Document,
                Version = version,
                Connectors = [.. tunnel.Connectors.Select(connector => connector with { ConfigVersion = version })],
            };
        });
        var entries = plan.Changes.Aggregate(Ledger.Entries, (known, change) => change.After is null
            ? known.Remove(change.Key)
            : known.SetItem(change.Key, new LedgerEntry(change.Key, change.OwnerId, change.RemoteId, change.After.DeepClone())));
        return new TunnelWorld(new TunnelView(View.State with { Tunnels = [.. tunnels] }), new Ledger(entries));
    }

    private static LiveTunnel Tunnel(JsonObject tunnel, string name, JsonArray? connectors) => new(
        (string)tunnel["id"]!, name, "healthy", (bool?)tunnel["isLocal"] != true, tunnel["document"]?.DeepClone().AsObject() ?? [], (int?)tunnel["version"] ?? 1,
        [.. connectors?.Select(connector => new LiveConnector((string)connector!["id"]!, (int?)connector["configVersion"])) ?? []]);
}
