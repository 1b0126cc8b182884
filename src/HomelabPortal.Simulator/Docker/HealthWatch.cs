using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Docker;

/// <summary>Checks the health of a container as its check says, from the start to the end of a run.</summary>
internal static class HealthWatch
{
    private const int KeptRuns = 5;
    private static readonly TimeSpan UsualInterval = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(DockerState host, SimulatedContainer container, JsonObject check, CancellationToken ct)
    {
        try
        {
            var started = host.Time.GetUtcNow();
            while (true)
            {
                var isStarting = container.Health is "starting" && host.Time.GetUtcNow() - started < Duration(check, "StartPeriod", TimeSpan.Zero);
                var interval = Duration(check, "Interval", UsualInterval);
                await Task.Delay(isStarting ? Duration(check, "StartInterval", interval) : interval, host.Time, ct).ConfigureAwait(false);
                Note(host, container, check, isStarting, await ExitCodeAsync(host, container, check, ct).ConfigureAwait(false));
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The run is over; its health stays as it was last seen.
        }
    }

    private static async Task<int> ExitCodeAsync(DockerState host, SimulatedContainer container, JsonObject check, CancellationToken ct)
    {
        if (container.IsSick) return 1;
        var words = (check["Test"] as JsonArray ?? []).Select(word => (string?)word ?? "").ToList();
        var program = words is ["CMD-SHELL", var line] ? ContainerProgram.Of(["sh", "-c", line]) : ContainerProgram.Of([.. words.Skip(1)]);
        // A program that is not known here is taken for a check that succeeds.
        return program.Steps.OfType<ProgramStep.Serve>().Any() ? 0 : await new ProgramRunner(new LogBook(), host.Time).RunAsync(program, ct).ConfigureAwait(false);
    }

    private static void Note(DockerState host, SimulatedContainer container, JsonObject check, bool isStarting, int code)
    {
        lock (host.Gate)
        {
            if (!container.IsRunning) return;
            var now = host.Time.GetUtcNow();
            container.HealthRuns.Enqueue(new JsonObject { ["Start"] = EngineTime.Text(now), ["End"] = EngineTime.Text(now), ["ExitCode"] = code, ["Output"] = code == 0 ? "" : "the check failed\n" });
            while (container.HealthRuns.Count > KeptRuns) container.HealthRuns.Dequeue();
            container.FailingStreak = code == 0 ? 0 : isStarting ? 0 : container.FailingStreak + 1;
            var retries = (int?)check["Retries"] is > 0 and var given ? given : 3;
            var next = code == 0 ? "healthy" : container.FailingStreak >= retries ? "unhealthy" : container.Health;
            if (next == container.Health) return;
            container.Health = next;
            host.Publish(container, $"health_status: {next}");
        }
    }

    private static TimeSpan Duration(JsonObject check, string member, TimeSpan otherwise) =>
        (long?)check[member] is > 0 and var nanoseconds ? TimeSpan.FromTicks(nanoseconds / 100) : otherwise;
}
