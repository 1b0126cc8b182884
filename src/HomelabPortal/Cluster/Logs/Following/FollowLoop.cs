using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Logs.Following;

/// <summary>Takes step after step until a log has come to its end. A fault of its source is told, and tried again.</summary>
/// <param name="Step">Reads on, and says when to read next.</param>
/// <param name="FaultOf">The reader's words for a fault of the source; null for any other.</param>
/// <param name="WaitForChangeAsync">Until what is read may have changed.</param>
internal sealed record FollowLoop(
    Func<CancellationToken, Task<FollowStep>> Step, Func<Exception, string?> FaultOf, Func<CancellationToken, Task> WaitForChangeAsync)
{
    /// <summary>A connection may be dead without a word, and reading again costs little: two seconds of log.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(90);

    public async Task RunAsync(LogVoice voice, Backoff backoff, TimeProvider time, CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = FollowStep.Later;
            try
            {
                next = await Step(cancellationToken);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested && FaultOf(fault) is not null)
            {
                await voice.SayOnceAsync(new LogEvent.Trouble(FaultOf(fault) ?? ""), fault.Message);
            }

            if (next == FollowStep.Done)
                return;
            if (next == FollowStep.AtChange)
                await WaitForChangeAsync(cancellationToken);
            else
                await Task.Delay(backoff.Next(), time, cancellationToken);
        }
    }
}
