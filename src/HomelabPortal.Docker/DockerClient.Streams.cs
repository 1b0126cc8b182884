using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;

namespace HomelabPortal.Docker;

public sealed partial class DockerClient
{
    private const int ReadBytes = 16 << 10;

    /// <summary>
    /// Lines of a container's log (GET /containers/{id}/logs), both streams.
    /// Ends with the log, or with the container when followed. A broken connection throws after the lines that came.
    /// </summary>
    public async IAsyncEnumerable<LogLine> LogsAsync(
        string container, LogOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        options ??= new LogOptions();
        var call = new DockerCall(HttpMethod.Get, $"{Container(container)}/logs{Query(options)}", $"give the log of the container {container}");

        // Docker 20.10 does not say in its answer whether it is framed, so the container is asked.
        var details = await InspectContainerAsync(container, cancellationToken).ConfigureAwait(false)
            ?? throw new DockerApiException(DockerErrorKind.NotFound, $"There is no container {container}.") { StatusCode = 404 };
        var reader = new LogFrameReader(details.Config?.Tty == true, options.Timestamps);
        var lines = new List<LogLine>();
        var buffer = new byte[ReadBytes];
        await using var stream = await _transport.OpenAsync(call, cancellationToken).ConfigureAwait(false);
        while (await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            reader.Add(buffer.AsMemory(0, read), lines);
            foreach (var line in lines)
                yield return line;
            lines.Clear();
        }
        var isWhole = reader.Complete(lines);
        foreach (var line in lines)
            yield return line;
        if (!isWhole)
            throw new DockerApiException(DockerErrorKind.InvalidAnswer, $"The log of the container {container} was cut short.");
    }

    /// <summary>
    /// What happens on the host, as it happens (GET /events). Ends when the daemon ends it or at the given instant.
    /// After an end or a break: open it again from the last event's time on, and list the containers again, for the daemon forgets.
    /// Events at that very time come twice.
    /// </summary>
    public async IAsyncEnumerable<DockerEvent> EventsAsync(EventOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        options ??= EventOptions.ContainerLife;
        var call = new DockerCall(HttpMethod.Get, $"events?{Query(options)}", "report its events");
        await foreach (var happened in ReadObjectsAsync(call, DockerJson.Wire.DockerEvent, "event stream", cancellationToken).ConfigureAwait(false))
            yield return happened;
    }

    private async IAsyncEnumerable<T> ReadObjectsAsync<T>(
        DockerCall call, JsonTypeInfo<T> type, string name, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        var reader = new ObjectStreamReader<T>(type, name);
        var values = new List<T>();
        var buffer = new byte[ReadBytes];
        await using var stream = await _transport.OpenAsync(call, cancellationToken).ConfigureAwait(false);
        while (await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            reader.Add(buffer.AsSpan(0, read), values);
            foreach (var value in values)
                yield return value;
            values.Clear();
        }
        if (reader.IsInsideObject)
            throw new DockerApiException(DockerErrorKind.InvalidAnswer, $"The {name} was cut short.");
    }

    private static string Query(LogOptions options)
    {
        var query = $"?stdout=true&stderr=true&follow={(options.Follow ? "true" : "false")}&timestamps={(options.Timestamps ? "true" : "false")}";
        if (options.Since is { } since)
            query += $"&since={LogTimestamp.ToQuery(since)}";
        if (options.Until is { } until)
            query += $"&until={LogTimestamp.ToQuery(until)}";
        if (options.Tail is { } tail)
            query += $"&tail={tail}";
        return query;
    }

    private static string Query(EventOptions options)
    {
        var query = Filters(("type", options.Types), ("event", options.Actions));
        if (options.SinceNanoseconds is { } since)
            query += $"&since={LogTimestamp.FromNanoseconds(since)}";
        if (options.UntilNanoseconds is { } until)
            query += $"&until={LogTimestamp.FromNanoseconds(until)}";
        return query.TrimStart('&');
    }
}
