using System.Text.Json.Nodes;
using HomelabPortal.Ingress;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Tests.Ingress.Planning;

/// <summary>Kubernetes objects in memory: read from a golden case, and changed as a faithful target would.</summary>
internal sealed record ClusterWorld(IngressView View, Ledger Ledger)
{
    public static IngressView Read(JsonObject actual) =>
        new([.. actual["objects"]!.AsArray().Select(item => new LiveObject(item!.DeepClone().AsObject()))], new LabFacts());

    public ClusterWorld Apply(Plan plan) => plan.Changes.Aggregate(this, (world, change) => world.Apply(change));

    private ClusterWorld Apply(Change change)
    {
        var known = View.Find(change.Key);
        var objects = known is null || change.Kind is ChangeKind.Release or ChangeKind.Adopt ? View.Objects : View.Objects.Remove(known);
        var uid = change.RemoteId ?? $"uid-{change.Key.Name}";
        if (change.After is not null && change.Kind != ChangeKind.Adopt)
        {
            var document = change.After.DeepClone().AsObject();
            document["metadata"]!["uid"] = uid;
            objects = objects.Add(new LiveObject(document));
        }

        var entries = change.After is null
            ? Ledger.Entries.Remove(change.Key)
            : Ledger.Entries.SetItem(change.Key, new LedgerEntry(change.Key, change.OwnerId, uid, change.After.DeepClone()));
        return new ClusterWorld(View with { Objects = objects }, new Ledger(entries));
    }
}
