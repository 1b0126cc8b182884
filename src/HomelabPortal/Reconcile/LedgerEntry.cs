using System.Text.Json.Nodes;

namespace HomelabPortal.Reconcile;

/// <summary>Something outside that we made: where it is and what we last wrote there.</summary>
internal sealed record LedgerEntry(ResourceKey Key, string OwnerId, string? RemoteId, JsonNode LastApplied);
