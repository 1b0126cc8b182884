using System.Text.Json.Nodes;
using HomelabPortal.Kubernetes;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Ingress;

/// <summary>Writes one object: read, compare with what the plan saw, write bound to that.</summary>
internal sealed class ManifestWriter(KubernetesClient client)
{
    private static readonly ApplyOptions _apply = new() { FieldManager = KubernetesMarks.FieldManager, Force = false };

    /// <exception cref="KubernetesApiException">The server refused, or did not answer.</exception>
    public async Task<ChangeOutcome> WriteAsync(Change change, CancellationToken cancellationToken)
    {
        var live = await ReadAsync(change, cancellationToken);
        return change.Kind switch
        {
            ChangeKind.Release => Released(change, live),
            ChangeKind.Delete => await DeleteAsync(change, live, cancellationToken),
            ChangeKind.Adopt => IsDone(change, live) ? ChangeOutcome.Applied(change, EntryOf(change, live!)) : Moved(change),
            ChangeKind.Create when live is not null => IsDone(change, live) ? ChangeOutcome.Applied(change, EntryOf(change, live)) : Moved(change),
            ChangeKind.Update when live is null || live.Uid != change.RemoteId || !IsAsPlanned(change, live) => Moved(change),
            _ => await ApplyAsync(change, live, cancellationToken),
        };
    }

    /// <exception cref="KubernetesApiException">It could not be read.</exception>
    public async Task<ReadBack> ReadBackAsync(Change change, CancellationToken cancellationToken)
    {
        if (change.Kind == ChangeKind.Release)
            return ReadBack.Gone;
        var live = await ReadAsync(change, cancellationToken);
        if (change.Kind == ChangeKind.Delete)
            return live is null || live.Uid != change.RemoteId || live.IsBeingDeleted ? ReadBack.Gone : ReadBack.NotDone;
        return IsDone(change, live) ? ReadBack.Done(EntryOf(change, live!)) : ReadBack.NotDone;
    }

    private async Task<LiveObject?> ReadAsync(Change change, CancellationToken cancellationToken)
    {
        var (ns, name) = NameOf(change.Key);
        var document = await client.GetRawAsync(ManifestTypes.Of(change.Key.Kind), ns, name, cancellationToken);
        return document is null ? null : new LiveObject(document);
    }

    private async Task<ChangeOutcome> ApplyAsync(Change change, LiveObject? live, CancellationToken cancellationToken)
    {
        var manifest = change.After!.DeepClone().AsObject();
        if (live is not null)
        {
            // Makes the server refuse when the object changed or was made anew after we read it.
            manifest["metadata"]!["uid"] = live.Uid;
            manifest["metadata"]!["resourceVersion"] = live.ResourceVersion;
        }

        var stored = new LiveObject(await client.ApplyAsync(ManifestTypes.Of(change.Key.Kind), manifest, _apply, cancellationToken));
        return ChangeOutcome.Applied(change, EntryOf(change, stored));
    }

    private async Task<ChangeOutcome> DeleteAsync(Change change, LiveObject? live, CancellationToken cancellationToken)
    {
        if (live is null)
            return ChangeOutcome.Applied(change, null);
        if (live.Uid != change.RemoteId || !KubernetesMarks.AreOn(live, change.OwnerId))
            return Moved(change);
        var (ns, name) = NameOf(change.Key);
        await client.DeleteAsync(ManifestTypes.Of(change.Key.Kind), ns, name, new DeletePreconditions { Uid = change.RemoteId }, cancellationToken);
        return ChangeOutcome.Applied(change, null);
    }

    /// <summary>A list that left something out must not make us forget what is still there.</summary>
    private static ChangeOutcome Released(Change change, LiveObject? live) =>
        live is not null && live.Uid == change.RemoteId && KubernetesMarks.AreOn(live, change.OwnerId)
            ? Moved(change)
            : ChangeOutcome.Applied(change, null);

    private static bool IsDone(Change change, LiveObject? live) =>
        live is not null && (change.RemoteId is null || live.Uid == change.RemoteId) && KubernetesMarks.AreOn(live, change.OwnerId)
        && ManifestDiff.Between(live.Document, change.After!.AsObject()).Count == 0;

    private static bool IsAsPlanned(Change change, LiveObject live)
    {
        var (before, now) = (change.Before!.DeepClone().AsObject(), live.Image());
        // The same object is served in several API versions.
        before.Remove("apiVersion");
        now.Remove("apiVersion");
        return JsonNode.DeepEquals(before, now);
    }

    private static ChangeOutcome Moved(Change change) => ChangeOutcome.Failed(
        change, new TargetFault(FaultKind.Retry, $"{change.Key} changed after the plan was made. Nothing was written; it is planned afresh."));

    private static LedgerEntry EntryOf(Change change, LiveObject live) => new(change.Key, change.OwnerId, live.Uid, change.After!.DeepClone());

    private static (string Namespace, string Name) NameOf(ResourceKey key) => key.Name.Split('/') is [var ns, var name]
        ? (ns, name)
        : throw new ArgumentException($"The key {key} is not namespace/name.", nameof(key));
}
