using HomelabPortal.Access;
using HomelabPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Commands;

/// <summary>Ends every session within a unit of work that does more than that.</summary>
internal static class AllSessions
{
    /// <summary>Whoever can run a program as the portal's user.</summary>
    public static Actor Actor { get; } = new("command line");

    public static async Task<int> EndAsync(PortalDbContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = await context.Sessions.Where(row => row.EndedAtTicks == null).ToListAsync(cancellationToken);
        foreach (var row in open)
            (row.EndedAtTicks, row.ProviderTokens) = (now.UtcTicks, null);
        return open.Count;
    }
}
