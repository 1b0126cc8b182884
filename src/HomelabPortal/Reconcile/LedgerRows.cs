using System.Text.Json.Nodes;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Reconcile;

/// <summary>Ledger rows to entries and back.</summary>
internal static class LedgerRows
{
    public static LedgerEntry ToEntry(this LedgerRow row) =>
        new(new ResourceKey(row.Target, row.Kind, row.Name), row.OwnerId, row.RemoteId, JsonNode.Parse(row.LastApplied) ?? new JsonObject());

    public static LedgerRow ToRow(this LedgerEntry entry, long nowTicks) => new()
    {
        Target = entry.Key.Target,
        Kind = entry.Key.Kind,
        Name = entry.Key.Name,
        OwnerId = entry.OwnerId,
        RemoteId = entry.RemoteId,
        LastApplied = entry.LastApplied.ToJsonString(),
        AppliedAtTicks = nowTicks,
    };
}
