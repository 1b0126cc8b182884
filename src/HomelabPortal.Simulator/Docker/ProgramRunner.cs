namespace HomelabPortal.Simulator.Docker;

/// <summary>Runs a container's program against the clock; what it writes goes to the log book.</summary>
internal sealed class ProgramRunner(LogBook logs, TimeProvider time)
{
    // An endless loop without a pause would never let go of the processor.
    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(50);

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(ContainerProgram program, CancellationToken ct)
        => await RunAsync(program.Steps, ct) ?? 0;

    private async Task<int?> RunAsync(IReadOnlyList<ProgramStep> steps, CancellationToken ct)
    {
        foreach (var step in steps)
        {
            switch (step)
            {
                case ProgramStep.Echo echo:
                    logs.Write(new LogEntry(time.GetUtcNow(), echo.IsError, echo.Text));
                    break;
                case ProgramStep.Sleep sleep:
                    await Task.Delay(sleep.For, time, ct);
                    break;
                case ProgramStep.Exit exit:
                    return exit.Code;
                case ProgramStep.Serve:
                    await Task.Delay(Timeout.InfiniteTimeSpan, time, ct);
                    break;
                case ProgramStep.Loop loop:
                    while (true)
                    {
                        if (await RunAsync(loop.Steps, ct) is { } code) return code;
                        if (!loop.Steps.OfType<ProgramStep.Sleep>().Any()) await Task.Delay(LeastPause, time, ct);
                    }
            }
        }
        return null;
    }
}
