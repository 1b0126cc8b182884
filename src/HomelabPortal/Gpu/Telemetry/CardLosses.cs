using System.Collections.Immutable;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Telemetry.Probing;

namespace HomelabPortal.Gpu.Telemetry;

/// <summary>
/// Which containers of one host no longer see the card that they were given. All are asked once a minute,
/// and those that have lost it each time: one that was restarted is seen to have its card at once.
/// </summary>
internal sealed class CardLosses(DockerClient client, TimeProvider time)
{
    private static readonly TimeSpan _age = TimeSpan.FromMinutes(1);

    /// <summary>A command that hangs stays in its container; the next one is not put beside it at once.</summary>
    private static readonly TimeSpan _silence = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, DateTimeOffset> _silent = [];
    private DateTimeOffset? _askedAt;

    /// <summary>Something took the card from one, and so perhaps from others: all are asked the next time.</summary>
    public void AskAll() => _askedAt = null;

    /// <param name="lost">Those known to have lost it.</param>
    /// <param name="users">Running containers that were given a card, by name.</param>
    public async Task<ImmutableArray<string>> FindAsync(ImmutableArray<string> lost, IReadOnlyList<(string Name, string Id)> users, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var isRecent = now - _askedAt < _age;
        if (!isRecent)
            _askedAt = now;
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var (name, id) in isRecent ? users.Where(user => lost.Contains(user.Name)) : users)
        {
            if (await SeesCardAsync(id, cancellationToken) == false)
                found.Add(name);
        }

        return found.ToImmutable();
    }

    /// <summary>Whether a container still sees its card; null when that cannot be told: without the program, without an answer, or when it has ended.</summary>
    public async Task<bool?> SeesCardAsync(string container, CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() - _silent.GetValueOrDefault(container) < _silence)
            return null;
        _silent.Remove(container);
        try
        {
            var result = await SmiRun.AskAsync(client, container, Reading.SmiQuery.List, time, cancellationToken);
            if (result is null)
                _silent[container] = time.GetUtcNow();
            return result?.ExitCode switch
            {
                0 => true,
                null or 126 or 127 => null,
                _ => false,
            };
        }
        catch (DockerApiException fault) when (fault.Kind is DockerErrorKind.WrongState or DockerErrorKind.NotFound)
        {
            return null;
        }
    }
}
