using System.Net;
using System.Net.Sockets;

namespace HomelabPortal.Access.SignIn;

/// <summary>
/// Remembers tries for an hour. Names that do not exist are counted as well, so that waiting tells nobody which do,
/// but apart from accounts: a flood of made-up names or addresses pushes out its own kind only.
/// </summary>
internal sealed class GuessBook(TimeProvider time)
{
    private const int MostStrangers = 10_000;
    private readonly Lock _gate = new();
    private readonly GuessShelf _accounts = new(int.MaxValue);
    private readonly GuessShelf _names = new(MostStrangers);
    private readonly GuessShelf _addresses = new(MostStrangers);

    /// <summary>Counts the try, before it is looked at, so that many at once cannot slip through.</summary>
    /// <returns>Null when it may be made, else how long to wait; a refused try is not counted.</returns>
    public TimeSpan? Take(Guess guess)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var entries = EntriesOf(guess, now).ToList();
            var next = entries.Max(entry => GuessLimits.NextAt(entry.Tries, entry.Most));
            if (next > now)
                return next - now;
            foreach (var (tries, _) in entries)
                tries.Add(now);
            return null;
        }
    }

    /// <summary>It was right. The device's budget is whole again; strangers get this one try back, so that nobody can clear the way for others.</summary>
    public void Right(Guess guess)
    {
        lock (_gate)
        {
            foreach (var (tries, _) in EntriesOf(guess, time.GetUtcNow()))
            {
                if (guess.Device is not null)
                    tries.Clear();
                else if (tries.Count > 0)
                    tries.RemoveAt(tries.Count - 1);
            }
        }
    }

    private IEnumerable<(List<DateTimeOffset> Tries, int Most)> EntriesOf(Guess guess, DateTimeOffset now)
    {
        if (guess is { AccountId: { } id, Device: { } device })
        {
            yield return (_accounts.Of($"{id} {device}", now), GuessLimits.OfDevice);
            yield break;
        }

        yield return (guess.AccountId is { } account ? _accounts.Of(account, now) : _names.Of(guess.Name, now), GuessLimits.OfStrangers);
        yield return (_addresses.Of(NetworkOf(guess.Address), now), GuessLimits.OfAddress);
    }

    /// <summary>One household has a whole /64 of IPv6.</summary>
    private static string NetworkOf(string address) =>
        IPAddress.TryParse(address, out var ip) && ip is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(ip.GetAddressBytes().AsSpan(0, 8))
            : address;
}
