using System.Text;
using System.Text.Json.Nodes;
using HomelabPortal.Cluster.Objects.OnDemand;

namespace HomelabPortal.Cluster.Objects.Manifests;

/// <summary>
/// Reads one object with every field when somebody asks for it. What is secret is taken out here, so that no other part of the portal
/// ever holds it. Whether somebody may ask is <see cref="ManifestDesk"/>'s question.
/// </summary>
internal sealed class ManifestReader(ClusterReader cluster)
{
    /// <summary>More than the API server stores of one object; larger ones come from aggregated APIs alone.</summary>
    public const int LargestObject = 4 * 1024 * 1024;

    public async Task<Reading<ObjectManifest>> ReadAsync(ObjectAddress address, bool reveal, CancellationToken cancellationToken)
    {
        var read = await cluster.ReadAsync(
            RbacRule.ToGet(address.Type),
            (client, cancel) => client.GetRawAsync(address.Type, address.Type.IsNamespaced ? address.Namespace : null, address.Name, cancel),
            cancellationToken);
        return read.Value is { } raw ? Show(raw, reveal) : read.As<ObjectManifest>($"There is no {address.Words} now.");
    }

    private static Reading<ObjectManifest> Show(JsonObject raw, bool reveal)
    {
        var size = Encoding.UTF8.GetByteCount(raw.ToJsonString());
        if (size > LargestObject)
            return Reading<ObjectManifest>.Failed(ReadingState.TooLarge, $"It has {size / 1024 / 1024} MiB, and {LargestObject / 1024 / 1024} MiB are shown at most. Read it with kubectl.");
        var shown = SecretData.Hide(raw);
        var mask = new ManifestMask();
        var masked = mask.Apply(shown);
        return Reading<ObjectManifest>.Of(new ObjectManifest(reveal ? shown : masked, mask.Count, reveal));
    }
}
