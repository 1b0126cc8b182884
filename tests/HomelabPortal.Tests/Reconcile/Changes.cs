using System.Text.Json.Nodes;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Tests.Reconcile;

/// <summary>Changes and ledger entries with sensible defaults.</summary>
internal static class Changes
{
    public static ResourceKey Key(string name) => new("fake", "Thing", name);

    public static Change One(ChangeKind kind, string name = "thing", ChangeStage stage = ChangeStage.BuildRoute) => new()
    {
        Kind = kind, Key = Key(name), OwnerId = name, Stage = stage, Description = $"Thing {name}", Reason = "a test asks for it",
    };

    public static LedgerEntry Entry(string name) => new(Key(name), name, $"id-{name}", new JsonObject { ["name"] = name });
}
