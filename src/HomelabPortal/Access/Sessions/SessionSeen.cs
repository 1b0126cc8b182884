using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HomelabPortal.Access.Sessions;

/// <summary>When each session was last used. Kept in memory and written once a minute for all of them together, for every write wakes the pages.</summary>
internal sealed partial class SessionSeen(AccessStore store, TimeProvider time, ILogger<SessionSeen> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _seen = new();

    public void Note(string? sessionId)
    {
        if (sessionId is not null)
            _seen[sessionId] = time.GetUtcNow();
    }

    /// <summary>Writes what was noted since the last time.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        var seen = _seen.Where(entry => store.Current.Sessions.GetValueOrDefault(entry.Key)?.LastSeenAt < entry.Value).ToDictionary();
        _seen.Clear();
        if (seen.Count == 0)
            return;
        await store.WriteAsync(
            async context =>
            {
                var rows = await context.Sessions.Where(row => seen.Keys.Contains(row.Id) && row.EndedAtTicks == null).ToListAsync(cancellationToken);
                foreach (var row in rows)
                    row.LastSeenAtTicks = seen[row.Id].UtcTicks;
                return await context.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryFlushAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal stops; the last minute of "last seen" is nothing to hold it up for.
        }
    }

    private async Task TryFlushAsync(CancellationToken stoppingToken)
    {
        try
        {
            await FlushAsync(stoppingToken);
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            Log.NotWritten(logger, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "When sessions were last seen could not be written; the next minute tries again.")]
        public static partial void NotWritten(ILogger logger, Exception fault);
    }
}
