using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace HomelabPortal.Kubernetes;

/// <summary>Reads one watch from its request to its end.</summary>
internal static class WatchStream
{
    private const int LongestLine = 4 * 1024 * 1024;
    private static readonly TimeSpan _graceAfterTimeout = TimeSpan.FromSeconds(30);
    private static readonly StreamPipeReaderOptions _pipeOptions = new(bufferSize: 32 * 1024, minimumReadSize: 8 * 1024);

    /// <summary>Yields events until the server ends the watch. Events already received are yielded without suspending.</summary>
    public static async IAsyncEnumerable<WatchEvent<T>> ReadAsync<T>(ApiTransport transport, ResourceType<T> type, WatchOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class, IKubernetesObject
    {
        var request = Request(type, options);
        var patience = options.Timeout + _graceAfterTimeout;
        using var silence = new CancellationTokenSource(patience, transport.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        using var response = await GuardAsync(transport.SendAsync(request, either.Token));
        options.Opened?.Invoke();
        await using var stream = await GuardAsync(response.Content.ReadAsStreamAsync(either.Token));
        var pipe = PipeReader.Create(stream, _pipeOptions);
        try
        {
            while (true)
            {
                silence.CancelAfter(patience);
                var result = await GuardAsync(pipe.ReadAsync(either.Token).AsTask());
                var buffer = result.Buffer;
                while (TryTakeLine(ref buffer, out var line))
                {
                    if (!line.IsEmpty)
                        yield return Decode(line);
                }
                if (buffer.Length > LongestLine)
                    throw new KubernetesApiException(KubernetesErrorKind.BadResponse, $"Could not {request.What}: an event is larger than 4 MiB.");
                pipe.AdvanceTo(buffer.Start, buffer.End);
                // A server that goes away in mid-line did not finish that event; it comes again when the watch resumes.
                if (result.IsCompleted)
                    yield break;
            }
        }
        finally
        {
            await pipe.CompleteAsync();
        }

        WatchEvent<T> Decode(in ReadOnlySequence<byte> line)
        {
            try
            {
                return line.IsSingleSegment ? WatchLine.Decode(line.FirstSpan, type, request.What) : DecodeCopy(line, type, request.What);
            }
            catch (JsonException exception)
            {
                throw transport.Failure(request, exception, patience);
            }
        }

        async Task<TResult> GuardAsync<TResult>(Task<TResult> task)
        {
            try
            {
                return await task;
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw transport.Failure(request, exception, patience);
            }
        }
    }

    private static ApiRequest Request(ResourceType type, WatchOptions options)
    {
        var query = ApiRequest.Query(
            ("watch", "1"),
            ("resourceVersion", options.ResourceVersion),
            ("allowWatchBookmarks", "true"),
            ("timeoutSeconds", ((long)Math.Max(1, options.Timeout.TotalSeconds)).ToString()),
            ("labelSelector", options.LabelSelector),
            ("fieldSelector", options.FieldSelector));
        return new ApiRequest(HttpMethod.Get, type.CollectionPath(options.Namespace) + query, $"watch {type}");
    }

    private static bool TryTakeLine(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> line)
    {
        if (buffer.PositionOf((byte)'\n') is not { } end)
        {
            line = default;
            return false;
        }
        line = buffer.Slice(0, end);
        buffer = buffer.Slice(buffer.GetPosition(1, end));
        return true;
    }

    private static WatchEvent<T> DecodeCopy<T>(in ReadOnlySequence<byte> line, ResourceType<T> type, string what)
        where T : class, IKubernetesObject
    {
        var length = (int)line.Length;
        var copy = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            line.CopyTo(copy);
            return WatchLine.Decode(copy.AsSpan(0, length), type, what);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(copy);
        }
    }
}
