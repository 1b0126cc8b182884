using System.Collections.Immutable;

namespace HomelabPortal.Access.Web;

/// <summary>
/// Every open page's connection. The framework checks who somebody is when a connection begins and never again,
/// so this is where those of an ended session are found, and where one person cannot take them all.
/// </summary>
internal sealed class OpenConnections
{
    public const int Most = 500;
    public const int MostOfAccount = 20;
    public const int MostOfAddress = 40;
    private ImmutableHashSet<OpenConnection> _all = ImmutableHashSet.Create<OpenConnection>(ReferenceEqualityComparer.Instance);

    public IReadOnlyCollection<OpenConnection> All => Volatile.Read(ref _all);

    /// <summary>Why there can be no further one, or null when it was taken in.</summary>
    public string? TryAdd(OpenConnection connection)
    {
        while (true)
        {
            var before = Volatile.Read(ref _all);
            if (WhyNot(before, connection) is { } full)
                return full;
            if (Interlocked.CompareExchange(ref _all, before.Add(connection), before) == before)
                return null;
        }
    }

    public void Remove(OpenConnection connection) => ImmutableInterlocked.Update(ref _all, (all, gone) => all.Remove(gone), connection);

    /// <summary>Ends those whose session is over or whose account was disabled.</summary>
    /// <returns>How many.</returns>
    public int EndOrphans(AccessState state, DateTimeOffset now)
    {
        var orphans = All.Where(connection => !IsAlive(connection, state, now)).ToList();
        foreach (var orphan in orphans)
        {
            Remove(orphan);
            orphan.Abort();
        }

        return orphans.Count;
    }

    public static bool IsAlive(OpenConnection connection, AccessState state, DateTimeOffset now) =>
        state.FindSession(connection.SessionId, now) is { } session && state.FindActiveAccount(session.AccountId) is not null;

    private static string? WhyNot(ImmutableHashSet<OpenConnection> all, OpenConnection next)
    {
        if (all.Count >= Most)
            return $"{Most} pages are open at the portal already. Close some.";
        // The demo admin is everybody on this machine.
        if (next.IsDemo)
            return null;
        if (all.Count(open => open.AccountId == next.AccountId) >= MostOfAccount)
            return $"You have {MostOfAccount} pages of the portal open. Close one.";
        return all.Count(open => open.Address == next.Address) >= MostOfAddress
            ? $"{MostOfAddress} pages of the portal are open from this address. Close one."
            : null;
    }
}
