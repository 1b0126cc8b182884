using System.Collections.Concurrent;

namespace HomelabPortal.Kubernetes;

/// <summary>Finds the version in which the server serves a kind, and remembers it.</summary>
internal sealed class VersionResolver(ApiTransport transport, TimeSpan lifetime)
{
    private readonly ConcurrentDictionary<string, (string Version, long FoundAt)> _found = new();

    /// <summary>The version to use. Kinds with a single version are not asked about.</summary>
    public async ValueTask<string> ResolveAsync(ResourceType type, CancellationToken cancellationToken)
    {
        if (type.OlderVersions.Count == 0)
            return type.Version;
        if (_found.TryGetValue(type.ToString(), out var known) && transport.Time.GetElapsedTime(known.FoundAt) < lifetime)
            return known.Version;
        foreach (var version in type.OlderVersions.Prepend(type.Version))
        {
            if (!await IsServedAsync(type, version, cancellationToken))
                continue;
            _found[type.ToString()] = (version, transport.Time.GetTimestamp());
            return version;
        }
        throw new KubernetesApiException(KubernetesErrorKind.NotInstalled, $"The server does not serve {type} in a version this program knows ({string.Join(", ", type.OlderVersions.Prepend(type.Version))}).");
    }

    public void Forget(ResourceType type) => _found.TryRemove(type.ToString(), out _);

    private async Task<bool> IsServedAsync(ResourceType type, string version, CancellationToken cancellationToken)
    {
        try
        {
            var resources = await Discovery.ResourcesAsync(transport, type.Group, version, cancellationToken);
            return resources.Any(resource => resource.Name == type.Plural);
        }
        catch (KubernetesApiException exception) when (exception.Kind == KubernetesErrorKind.NotInstalled)
        {
            return false;
        }
    }
}
