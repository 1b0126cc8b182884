using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Access.Tokens;

/// <summary>Remembers when and from where a token was last used, at most once a minute: a busy program must not keep the disk busy.</summary>
internal sealed partial class TokenUse(AccessStore store, TimeProvider time, ILogger<TokenUse> logger)
{
    private static readonly TimeSpan _pause = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _noted = new();

    public async Task NoteAsync(TokenInfo token, string address, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!IsDue(token, now))
            return;
        try
        {
            await store.WriteAsync(
                context => context.ApiTokens.Where(row => row.Id == token.Id).ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.LastUsedAtTicks, now.UtcTicks).SetProperty(row => row.LastUsedAddress, address), cancellationToken),
                cancellationToken);
        }
        catch (DbUpdateException fault)
        {
            Log.NotNoted(logger, fault, token.Id);
        }
        catch (Microsoft.Data.Sqlite.SqliteException fault)
        {
            // A full disk must not keep programs from reading.
            Log.NotNoted(logger, fault, token.Id);
        }
    }

    /// <summary>True for one caller a minute, however many ask at once.</summary>
    private bool IsDue(TokenInfo token, DateTimeOffset now)
    {
        var before = _noted.GetOrAdd(token.Id, token.LastUsedAt ?? DateTimeOffset.MinValue);
        return now - before >= _pause && _noted.TryUpdate(token.Id, now, before);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The use of token {Token} could not be noted")]
        public static partial void NotNoted(ILogger logger, Exception fault, string token);
    }
}
