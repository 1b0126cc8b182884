using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers.Planning;

/// <summary>What the ledger keeps of a container beside its Docker id.</summary>
/// <param name="Hash">What it was made from; null when nothing of it stands.</param>
/// <param name="StartedAt">When it was last started by the portal.</param>
/// <param name="Previous">The Docker id of the version that it replaces and that is still kept.</param>
/// <param name="Failed">What was tried and did not serve; it is not tried again by itself.</param>
/// <param name="AwaitsStart">That it does not run is the portal's own doing, so to start it puts nothing right that somebody did.</param>
internal sealed record ContainerMemory(
    string Host, string Name, string? Hash = null, DateTimeOffset? StartedAt = null, string? Previous = null, FailedVersion? Failed = null,
    bool AwaitsStart = false)
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    public static ContainerMemory? Of(LedgerEntry? entry) => entry?.LastApplied.Deserialize<ContainerMemory>(_options);

    public LedgerEntry ToEntry(Change change, string? remoteId) => new(change.Key, change.OwnerId, remoteId, JsonSerializer.SerializeToNode(this, _options)!);
}
