namespace HomelabPortal.Kubernetes;

/// <summary>Lists of which only a part is wanted.</summary>
public sealed partial class KubernetesClient
{
    /// <summary>
    /// One page of a list, <see cref="ListOptions.PageSize"/> objects long, after the page that gave this token.
    /// A token that has grown too old is <see cref="KubernetesErrorKind.Expired"/>: begin anew.
    /// </summary>
    /// <param name="continuation">Empty for the first page.</param>
    public Task<ResourcePage<T>> ListPageAsync<T>(ResourceType<T> type, ListOptions options, string continuation = "", CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject =>
        WithVersionAsync(type, served => ListPager.OneAsync(_transport, (ResourceType<T>)served, options, continuation, ApiRequest.Json, cancellationToken), cancellationToken);

    /// <summary>As <see cref="ListPageAsync"/>, but the server sends the metadata alone, whatever the kind; what else an object holds, such as a secret's data, is not sent.</summary>
    public Task<ResourcePage<PartialObject>> ListMetadataAsync(ResourceType type, ListOptions options, string continuation = "", CancellationToken cancellationToken = default) =>
        WithVersionAsync(type, served => ListPager.OneAsync(_transport, ResourceTypes.Partial(served), options, continuation, ApiRequest.MetadataOnly, cancellationToken), cancellationToken);
}
