using System.Text.Json.Nodes;
using HomelabPortal.Cluster.Acts.Planning;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Acts.Doing;

/// <summary>Changes an object only while it is still the one, and wanted as, a person saw it. That its status moves on meanwhile is no obstacle.</summary>
internal static class GuardedPatch
{
    private const int MostTries = 6;

    /// <returns>The answer of the server.</returns>
    /// <exception cref="ActFault">It is gone, or was changed since.</exception>
    public static async Task<JsonObject> MergeAsync(
        KubernetesClient client, ResourceType type, ActWish wish, ActSeen seen, JsonObject patch, string? subresource, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var fresh = await ReadAsync(client, type, wish, seen, cancellationToken);
            var body = patch.DeepClone().AsObject();
            body["metadata"] = new JsonObject { ["resourceVersion"] = fresh["metadata"]!["resourceVersion"]!.DeepClone() };
            try
            {
                return await client.MergePatchAsync(type, NamespaceOf(wish), wish.Name, body, new PatchOptions { FieldManager = ManagedBy.Portal, Subresource = subresource }, cancellationToken);
            }
            catch (KubernetesApiException fault) when (fault.Kind == KubernetesErrorKind.Conflict && tries < MostTries)
            {
                // Between the two requests somebody wrote to it, most often its status.
            }
        }
    }

    /// <summary>The object with every field, if it still is what the plan was made upon.</summary>
    public static async Task<JsonObject> ReadAsync(KubernetesClient client, ResourceType type, ActWish wish, ActSeen seen, CancellationToken cancellationToken)
    {
        var fresh = await client.GetRawAsync(type, NamespaceOf(wish), wish.Name, cancellationToken) ?? throw new ActFault($"{wish.Subject} is gone.");
        return SeenOf(fresh) == seen ? fresh : throw Changed(wish);
    }

    public static ActFault Changed(ActWish wish) => new($"{wish.Subject} was changed meanwhile, and nothing was done. Look at it and decide again.");

    public static ActSeen SeenOf(JsonObject item) =>
        new((string?)item["metadata"]?["uid"] ?? "", (long?)item["metadata"]?["generation"] ?? 0);

    private static string? NamespaceOf(ActWish wish) => wish.Namespace.Length == 0 ? null : wish.Namespace;
}
