using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Cluster.Objects.OnDemand;

namespace HomelabPortal.Cluster.Objects.Manifests;

/// <summary>Where pages and the API ask for a manifest: who may, is told; showing masked values is an act that leaves a record.</summary>
internal sealed class ManifestDesk(ManifestReader reader, AuthorityCheck authority, ActionRunner runner)
{
    public async Task<Reading<ObjectManifest>> ReadAsync(ObjectAddress address, Actor actor, CancellationToken cancellationToken) =>
        authority.WhyNot(actor, Act.ReadManifests) is { } refusal
            ? Reading<ObjectManifest>.Failed(ReadingState.Refused, refusal.Message)
            : await reader.ReadAsync(address, reveal: false, cancellationToken);

    /// <summary>With the values that look like secrets; a Secret's own stay hidden.</summary>
    public async Task<Reading<ObjectManifest>> RevealAsync(ObjectAddress address, Actor actor, CancellationToken cancellationToken)
    {
        Reading<ObjectManifest>? read = null;
        var outcome = await runner.RunAsync(
            Act.ReadManifests,
            $"Show hidden values of {address.Words}",
            actor,
            async cancel => read = await reader.ReadAsync(address, reveal: true, cancel),
            cancellationToken);
        return read ?? Reading<ObjectManifest>.Failed(outcome.Refusal is null ? ReadingState.Unreachable : ReadingState.Refused, outcome.Fault ?? "");
    }
}
