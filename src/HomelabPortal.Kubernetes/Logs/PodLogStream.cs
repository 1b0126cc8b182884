using System.Buffers;
using System.Runtime.CompilerServices;

namespace HomelabPortal.Kubernetes;

/// <summary>Reads one log from its request to its end.</summary>
internal static class PodLogStream
{
    public static async IAsyncEnumerable<PodLogLine> ReadAsync(ApiTransport transport, string ns, string pod, PodLogOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = Request(ns, pod, options);
        using var deadline = new CancellationTokenSource(Timeout.InfiniteTimeSpan, transport.Time);
        // A kubelet sends nothing at all, not even headers, before the first line: silence means nothing while following.
        if (!options.Follow)
            deadline.CancelAfter(transport.CallTimeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        using var response = await GuardAsync(transport.SendAsync(request, either.Token));
        await using var stream = await GuardAsync(response.Content.ReadAsStreamAsync(either.Token));
        var splitter = new PodLogSplitter();
        var lines = new Queue<PodLogLine>();
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            while (await GuardAsync(stream.ReadAsync(buffer, either.Token).AsTask()) is > 0 and var read)
            {
                if (!options.Follow)
                    deadline.CancelAfter(transport.CallTimeout);
                Split(splitter, buffer.AsSpan(0, read), lines);
                while (lines.TryDequeue(out var line))
                    yield return line;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        if (splitter.Rest() is { } rest)
            yield return rest;

        async Task<TResult> GuardAsync<TResult>(Task<TResult> task)
        {
            try
            {
                return await task;
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw transport.Failure(request, exception, transport.CallTimeout);
            }
        }
    }

    private static void Split(PodLogSplitter splitter, ReadOnlySpan<byte> bytes, Queue<PodLogLine> lines)
    {
        while (!bytes.IsEmpty)
        {
            if (splitter.Next(ref bytes) is { } line)
                lines.Enqueue(line);
        }
    }

    private static ApiRequest Request(string ns, string pod, PodLogOptions options)
    {
        var query = ApiRequest.Query(
            ("container", options.Container),
            ("timestamps", "true"),
            ("follow", options.Follow ? "true" : null),
            ("previous", options.Previous ? "true" : null),
            ("tailLines", options.TailLines?.ToString()),
            ("sinceTime", options.SinceTime?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'")),
            ("limitBytes", options.LimitBytes?.ToString()));
        var container = options.Container is { } name ? $" ({name})" : "";
        return new ApiRequest(HttpMethod.Get, ResourceTypes.Pods.ObjectPath(ns, pod, "log") + query, $"read the log of pod {ns}/{pod}{container}") { Accept = "*/*" };
    }
}
