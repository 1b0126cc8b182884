namespace HomelabPortal.Kubernetes;

/// <summary>Asks the server what it serves.</summary>
internal static class Discovery
{
    private const int AtOnce = 8;

    public static async Task<ApiDiscovery> DiscoverAsync(ApiTransport transport, CancellationToken cancellationToken)
    {
        var core = await GetAsync("api", ApiJson.Default.ApiVersionsAnswer);
        var groups = await GetAsync("apis", ApiJson.Default.ApiGroupsAnswer);
        var all = core.Versions.Select(version => (Group: "", Version: version))
            .Concat(groups.Groups.SelectMany(group => group.Versions.Select(version => (Group: group.Name, version.Version))))
            .ToArray();
        var found = new ApiGroupVersion[all.Length];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, all.Length, parallel, async (index, cancel) => found[index] = await GroupVersionAsync(transport, all[index].Group, all[index].Version, cancel));
        return new ApiDiscovery(found);

        Task<T> GetAsync<T>(string path, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> json) => transport.CallAsync(
            new ApiRequest(HttpMethod.Get, path, "find out what the server serves"),
            transport.CallTimeout,
            (stream, cancel) => BodyReader.ReadAsync(stream, json, cancel),
            cancellationToken);
    }

    /// <summary>The kinds of one version, without subresources.</summary>
    public static async Task<IReadOnlyList<ApiResource>> ResourcesAsync(ApiTransport transport, string group, string version, CancellationToken cancellationToken)
    {
        var path = group.Length == 0 ? $"api/{version}" : $"apis/{group}/{version}";
        var request = new ApiRequest(HttpMethod.Get, path, $"find out what {path} serves");
        var answer = await transport.CallAsync(request, transport.CallTimeout, (stream, cancel) => BodyReader.ReadAsync(stream, ApiJson.Default.ApiResourcesAnswer, cancel), cancellationToken);
        return [.. answer.Resources.Where(resource => !resource.Name.Contains('/'))];
    }

    private static async Task<ApiGroupVersion> GroupVersionAsync(ApiTransport transport, string group, string version, CancellationToken cancellationToken)
    {
        try
        {
            return new ApiGroupVersion(group, version, await ResourcesAsync(transport, group, version, cancellationToken));
        }
        catch (KubernetesApiException exception) when (exception.Kind is KubernetesErrorKind.Unavailable or KubernetesErrorKind.NotInstalled or KubernetesErrorKind.Forbidden)
        {
            // One aggregated API that is down must not hide all the others.
            return new ApiGroupVersion(group, version, [], exception.Message);
        }
    }
}
