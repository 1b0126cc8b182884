namespace HomelabPortal.Testing;

/// <summary>Waits for what another process brings about.</summary>
internal static class Eventually
{
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(50);

    /// <summary>Returns when <paramref name="holds"/> does; past the time limit <paramref name="describe"/> says how things stand instead.</summary>
    public static Task HoldsAsync(Func<bool> holds, Func<string> describe, TimeSpan timeout, CancellationToken cancellationToken = default) =>
        HoldsAsync(() => Task.FromResult(holds()), describe, timeout, cancellationToken);

    /// <inheritdoc cref="HoldsAsync(Func{bool}, Func{string}, TimeSpan, CancellationToken)"/>
    public static async Task HoldsAsync(Func<Task<bool>> holds, Func<string> describe, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        using var timer = new PeriodicTimer(_interval);
        while (!await holds())
        {
            try
            {
                await timer.WaitForNextTickAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"It did not come about within {timeout.TotalSeconds:0} s. {describe()}");
            }
        }
    }
}
