using System.Buffers;
using System.Globalization;
using System.Text.Json;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Simulator.Kubernetes.Storage;

namespace HomelabPortal.Simulator.Kubernetes.Api;

/// <summary>Answers watch: one line for each change, bookmarks in between, a clean end at the timeout.</summary>
internal sealed class WatchCall(KubernetesStore store, FaultInjector faults)
{
    private const int FlushAt = 64 * 1024;
    private static readonly TimeSpan BookmarkEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(45);

    public async Task RunAsync(HttpContext context, ApiRequest request, CancellationToken stopping)
    {
        var query = ListQuery.Parse(request, context.Request.Query);
        var (watcher, initial) = Open(request, query);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            using var stream = faults.OpenStream(context, watcher.End);
            using var bookmarks = store.Time.CreateTimer(_ => store.Bookmark(watcher), null, query.Bookmarks ? BookmarkEvery : Timeout.InfiniteTimeSpan, BookmarkEvery);
            using var timeout = store.Time.CreateTimer(_ => End(watcher, query.Bookmarks), null, query.Timeout ?? DefaultTimeout, Timeout.InfiniteTimeSpan);
            Answers.Begin(context, 200);
            await context.Response.StartAsync(ends.Token);
            foreach (var item in initial) context.Response.BodyWriter.Write(WatchLine.Of(ChangeType.Added, item, request.Version));
            await context.Response.BodyWriter.FlushAsync(ends.Token);
            await PumpAsync(context, request, query, watcher, stream, ends.Token);
            await FinishAsync(context, stream, ends.Token);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The client has gone or the lab stops: an ordinary end of a watch.
        }
        finally
        {
            store.Leave(request.Resource, watcher);
        }
    }

    private (Watcher Watcher, IReadOnlyList<StoredObject> Initial) Open(ApiRequest request, ListQuery query) => store.Transact(() =>
    {
        var now = store.ResourceVersion;
        if (query.ResourceVersion is not (> 0 and var from))
        {
            // Without a version the watch begins with what is there, as made-up ADDED events.
            var items = store.Snapshot(request.Resource).Items.Values.Where(query.Filter.Matches).ToList();
            return (store.Watch(request.Resource, now)!, (IReadOnlyList<StoredObject>)items);
        }
        if (from > now) throw Statuses.TooLarge(from, now);
        return (store.Watch(request.Resource, from) ?? throw Statuses.Expired(from, now), []);
    });

    private void End(Watcher watcher, bool bookmark)
    {
        if (bookmark) store.Bookmark(watcher);
        watcher.End();
    }

    private static async Task PumpAsync(
        HttpContext context, ApiRequest request, ListQuery query, Watcher watcher, StreamHandle stream, CancellationToken cancellationToken)
    {
        var writer = context.Response.BodyWriter;
        while (stream.Effect is null && await watcher.Items.WaitToReadAsync(cancellationToken))
        {
            while (stream.Effect is null && writer.UnflushedBytes < FlushAt && watcher.Items.TryRead(out var item))
            {
                if (Line(item, request, query) is { } line) writer.Write(line);
            }
            if (writer.UnflushedBytes > 0) await writer.FlushAsync(cancellationToken);
        }
    }

    private static byte[]? Line(WatchItem item, ApiRequest request, ListQuery query)
    {
        if (item.Change is not { } change) return WatchLine.Bookmark(request.Resource, request.Version, item.Bookmark);
        var filter = query.Filter;
        if (filter.IsEmpty) return change.Line(change.Type, request.Version);
        var passes = change.Type != ChangeType.Deleted && filter.Matches(change.Object);
        var passed = change.Previous is { } previous && filter.Matches(previous);
        return (passed, passes) switch
        {
            (true, true) => change.Line(ChangeType.Modified, request.Version),
            (false, true) => change.Line(ChangeType.Added, request.Version),
            (true, false) when change.Type == ChangeType.Deleted => change.Line(ChangeType.Deleted, request.Version),
            // It left the selector: the watcher is told of the state it last saw, with the version of the change.
            (true, false) => Left(change, request.Version),
            _ => null,
        };
    }

    private static byte[] Left(StoreChange change, string version)
    {
        var json = change.Previous!.ToJson();
        json["metadata"]!["resourceVersion"] = change.ResourceVersion.ToString(CultureInfo.InvariantCulture);
        return WatchLine.Of(ChangeType.Deleted, StoredObject.From(change.Object.Resource, json, change.ResourceVersion), version);
    }

    private async Task FinishAsync(HttpContext context, StreamHandle stream, CancellationToken cancellationToken)
    {
        switch (stream.Effect)
        {
            case FaultEffect.DropWatch:
                context.Abort();
                break;
            case FaultEffect.SilentWatch:
                await Task.Delay(Timeout.InfiniteTimeSpan, store.Time, cancellationToken);
                break;
            case FaultEffect.Gone:
                var status = JsonSerializer.SerializeToUtf8Bytes(Statuses.Expired(1, store.ResourceVersion).Status, SimulatorJson.Options);
                context.Response.BodyWriter.Write(WatchLine.Error(status));
                await context.Response.BodyWriter.FlushAsync(cancellationToken);
                break;
        }
    }
}
