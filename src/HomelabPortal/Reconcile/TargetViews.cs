using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace HomelabPortal.Reconcile;

/// <summary>The latest look at every target. Targets are independent: one that cannot be seen does not stop the others.</summary>
internal sealed partial class TargetViews(IEnumerable<ITarget> targets, TimeProvider time, ILogger<TargetViews> logger)
{
    private readonly ConcurrentDictionary<string, Look> _looks = new();

    /// <summary>One look: a view, or the fault that kept us from seeing.</summary>
    internal sealed record Look(ITarget Target, ITargetView? View, TargetFault? Fault, DateTimeOffset At);

    public IReadOnlyList<ITarget> Targets { get; } = [.. targets.OrderBy(target => target.Stages.Build)];

    /// <summary>Looks at all targets at once, or takes looks younger than <paramref name="atMost"/>.</summary>
    public async Task<IReadOnlyList<Look>> ObserveAsync(TimeSpan atMost, CancellationToken cancellationToken) =>
        await Task.WhenAll(Targets.Select(target => Recent(target, atMost) is { } look
            ? Task.FromResult(look)
            : ObserveAsync(target, cancellationToken)));

    public async Task<Look> ObserveAsync(ITarget target, CancellationToken cancellationToken)
    {
        var look = await LookAtAsync(target, cancellationToken);
        _looks[target.Name] = look;
        return look;
    }

    /// <summary>After a write the old look is no longer worth anything.</summary>
    public void Forget(ITarget target) => _looks.TryRemove(target.Name, out _);

    private Look? Recent(ITarget target, TimeSpan atMost) =>
        _looks.TryGetValue(target.Name, out var look) && look.View is not null && time.GetUtcNow() - look.At <= atMost ? look : null;

    private async Task<Look> LookAtAsync(ITarget target, CancellationToken cancellationToken)
    {
        try
        {
            return new Look(target, await target.ObserveAsync(cancellationToken), null, time.GetUtcNow());
        }
        catch (TargetException fault)
        {
            return new Look(target, null, fault.Fault, time.GetUtcNow());
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.ObserveFailed(logger, fault, target.Name);
            return new Look(target, null, new TargetFault(FaultKind.Retry, $"Looking at {target.Name} failed unexpectedly. The log has the details."), time.GetUtcNow());
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Looking at {Target} failed unexpectedly")]
        public static partial void ObserveFailed(ILogger logger, Exception fault, string target);
    }
}
