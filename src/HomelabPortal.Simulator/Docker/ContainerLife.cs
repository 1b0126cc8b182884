using System.Globalization;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Docker;

/// <summary>Starting, ending and restarting containers.</summary>
internal static class ContainerLife
{
    private static readonly TimeSpan FirstRestartDelay = TimeSpan.FromMilliseconds(100);

    /// <returns>False when it runs already.</returns>
    public static bool Start(DockerState host, SimulatedContainer container)
    {
        lock (host.Gate)
        {
            if (container.IsRunning) return false;
            try
            {
                GpuRules.Check(host, container);
                CheckPorts(host, container);
            }
            catch (DockerFault fault)
            {
                // A failed start leaves the container behind, with the reason in its state.
                (container.Status, container.ExitCode, container.Error) = (ContainerStatus.Created, 128, fault.Message);
                throw;
            }
            container.RestartCount = 0;
            Run(host, container);
            return true;
        }
    }

    /// <summary>Asks the program to end and kills it after the grace time if it does not listen.</summary>
    /// <returns>False when it was not running.</returns>
    public static async Task<bool> StopAsync(DockerState host, SimulatedContainer container, TimeSpan grace, CancellationToken ct)
    {
        int? handled;
        lock (host.Gate)
        {
            if (!container.IsRunning) return false;
            host.Publish(container, "kill", ("signal", "15"));
            handled = ContainerProgram.Of([.. container.Command]).ExitCodeOnTerm;
        }
        if (handled is null && grace > TimeSpan.Zero) await Task.Delay(grace, host.Time, ct);
        lock (host.Gate)
        {
            if (handled is null) host.Publish(container, "kill", ("signal", "9"));
            if (container.IsRunning) End(host, container, handled ?? 137);
            host.Publish(container, "stop");
            return true;
        }
    }

    public static void Kill(DockerState host, SimulatedContainer container, int signal)
    {
        lock (host.Gate)
        {
            if (!container.IsRunning) throw DockerErrors.NotRunning(container.Id);
            host.Publish(container, "kill", ("signal", signal.ToString(CultureInfo.InvariantCulture)));
            var handled = ContainerProgram.Of([.. container.Command]).ExitCodeOnTerm;
            if (signal is 9) End(host, container, 137);
            else if (signal is 2 or 15 && handled is { } code) End(host, container, code);
        }
    }

    private static void Run(DockerState host, SimulatedContainer container)
    {
        var now = host.Time.GetUtcNow();
        (container.Status, container.StartedAt, container.ExitCode, container.Error) = (ContainerStatus.Running, now, 0, "");
        container.ProcessId = NewProcessId(container, now);
        (container.HasLostGpu, container.FailingStreak) = (false, 0);
        container.Run = new CancellationTokenSource();
        host.Publish(container, "start");
        if (container.Config["Healthcheck"] is JsonObject check && (string?)check["Test"]?[0] is not (null or "NONE"))
        {
            container.Health = "starting";
            _ = HealthWatch.RunAsync(host, container, check, container.Run.Token);
        }
        _ = FollowAsync(host, container, container.Run);
        if (container.IsRunning) TakeGpuMemory(host, container);
    }

    /// <summary>A program that finds too little memory on the card ends with an error of its own; the engine knows nothing of it.</summary>
    private static void TakeGpuMemory(DockerState host, SimulatedContainer container)
    {
        if (!GpuRules.Has(host, container)) return;
        var (gpu, need) = (host.Gpus[0], GpuAppetite.Of(container.Image).MiB);
        if (host.UsedGpuMemory(gpu) + need <= gpu.MemoryMiB - gpu.ReservedMiB)
        {
            container.VideoMemoryMiB = need;
            return;
        }
        var free = gpu.MemoryMiB - gpu.ReservedMiB - host.UsedGpuMemory(gpu);
        container.Logs.Write(new LogEntry(host.Time.GetUtcNow(), IsError: true, $"torch.OutOfMemoryError: CUDA out of memory. Tried to allocate {need} MiB. GPU 0 has a total capacity of {gpu.MemoryMiB} MiB of which {free} MiB is free."));
        End(host, container, 1);
    }

    private static int NewProcessId(SimulatedContainer container, DateTimeOffset now) => 2000 + StableId.Number(container.Id + now.UtcTicks, 30_000);

    private static async Task FollowAsync(DockerState host, SimulatedContainer container, CancellationTokenSource run)
    {
        var delay = FirstRestartDelay;
        try
        {
            while (true)
            {
                var program = ContainerProgram.Of([.. container.Command]);
                var code = await new ProgramRunner(container.Logs, host.Time).RunAsync(program, run.Token).ConfigureAwait(false);
                if (!Finish(host, container, run, code)) return;
                await Task.Delay(delay, host.Time, run.Token).ConfigureAwait(false);
                delay *= 2;
                if (!Again(host, container, run)) return;
            }
        }
        catch (OperationCanceledException) when (run.IsCancellationRequested)
        {
            // Whoever cancelled has written down how it ended.
        }
    }

    /// <summary>Notes that the program ended by itself; true when its policy wants it started again.</summary>
    private static bool Finish(DockerState host, SimulatedContainer container, CancellationTokenSource run, int code)
    {
        lock (host.Gate)
        {
            if (run.IsCancellationRequested) return false;
            var restarts = container.RestartPolicy switch
            {
                "always" or "unless-stopped" => true,
                "on-failure" => code != 0 && ((int)container.HostConfig["RestartPolicy"]!["MaximumRetryCount"]! is var limit && (limit == 0 || container.RestartCount < limit)),
                _ => false,
            };
            if (restarts) Die(host, container, code, ContainerStatus.Restarting);
            else End(host, container, code);
            return restarts;
        }
    }

    private static bool Again(DockerState host, SimulatedContainer container, CancellationTokenSource run)
    {
        lock (host.Gate)
        {
            if (run.IsCancellationRequested) return false;
            container.RestartCount++;
            (container.Status, container.StartedAt) = (ContainerStatus.Running, host.Time.GetUtcNow());
            container.ProcessId = NewProcessId(container, host.Time.GetUtcNow());
            host.Publish(container, "start");
            return true;
        }
    }

    private static void End(DockerState host, SimulatedContainer container, int code)
    {
        container.Run?.Cancel();
        container.Run?.Dispose();
        container.Run = null;
        Die(host, container, code, ContainerStatus.Exited);
        container.Logs.End();
    }

    private static void Die(DockerState host, SimulatedContainer container, int code, ContainerStatus status)
    {
        var now = host.Time.GetUtcNow();
        var ran = (int)(now - (container.StartedAt ?? now)).TotalSeconds;
        (container.Status, container.ExitCode, container.FinishedAt, container.ProcessId) = (status, code, now, 0);
        container.VideoMemoryMiB = 0;
        container.NoteExit();
        host.Publish(container, "die", ("exitCode", code.ToString(CultureInfo.InvariantCulture)), ("execDuration", ran.ToString(CultureInfo.InvariantCulture)));
    }

    private static void CheckPorts(DockerState host, SimulatedContainer container)
    {
        var taken = host.Containers.Where(other => other != container && other.IsRunning).SelectMany(other => other.Published()).ToList();
        foreach (var (_, address, port) in container.Published())
            if (port is not "" && taken.Exists(other => other.HostPort == port && (other.HostAddress == address || other.HostAddress is "0.0.0.0" || address is "0.0.0.0")))
                throw DockerErrors.PortTaken(container.Name, StableId.Hex("endpoint/" + container.Id, 64), address, port);
    }
}
