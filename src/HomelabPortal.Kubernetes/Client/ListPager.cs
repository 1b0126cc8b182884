namespace HomelabPortal.Kubernetes;

/// <summary>Fetches a list page by page (client-go <c>tools/pager</c>).</summary>
internal static class ListPager
{
    public static async Task<ResourceList<T>> ListAsync<T>(ApiTransport transport, ResourceType<T> type, ListOptions options, CancellationToken cancellationToken)
        where T : class, IKubernetesObject
    {
        var items = new List<T>();
        var limit = options.PageSize;
        var resourceVersion = "";
        var continuation = "";
        while (true)
        {
            try
            {
                var meta = await PageAsync(transport, type, options, limit, continuation, items, ApiRequest.Json, cancellationToken);
                if (continuation.Length == 0)
                    resourceVersion = meta.ResourceVersion;
                if (meta.Continue.Length == 0)
                    return new ResourceList<T>(items, resourceVersion);
                continuation = meta.Continue;
            }
            catch (KubernetesApiException exception) when (exception.Kind == KubernetesErrorKind.Expired && continuation.Length > 0)
            {
                // The token grew too old between pages; one list without pages cannot.
                items.Clear();
                limit = 0;
                continuation = "";
            }
        }
    }

    /// <summary>One page and no more.</summary>
    public static async Task<ResourcePage<T>> OneAsync<T>(ApiTransport transport, ResourceType<T> type, ListOptions options, string continuation, string accept, CancellationToken cancellationToken)
        where T : class, IKubernetesObject
    {
        var items = new List<T>();
        var meta = await PageAsync(transport, type, options, options.PageSize, continuation, items, accept, cancellationToken);
        return new ResourcePage<T>(items, meta.Continue, meta.RemainingItemCount);
    }

    private static Task<ListMeta> PageAsync<T>(ApiTransport transport, ResourceType<T> type, ListOptions options, int limit, string continuation, List<T> items, string accept, CancellationToken cancellationToken)
        where T : class, IKubernetesObject
    {
        var query = ApiRequest.Query(
            ("labelSelector", options.LabelSelector),
            ("fieldSelector", options.FieldSelector),
            ("limit", limit > 0 ? limit.ToString() : null),
            ("continue", continuation),
            // The server refuses a version together with a continue token.
            ("resourceVersion", continuation.Length == 0 ? options.ResourceVersion : null));
        var request = new ApiRequest(HttpMethod.Get, type.CollectionPath(options.Namespace) + query, $"list {type}") { Accept = accept };
        return transport.CallAsync(request, transport.CallTimeout * 2, new ListPageReader<T>(type, items).ReadAsync, cancellationToken);
    }
}
