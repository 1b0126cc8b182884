using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Hosting;

namespace HomelabPortal.Simulator.Docker;

internal static class ExecCalls
{
    private static readonly Version NamesItsFrames = new(1, 42);

    public static async Task CreateAsync(DockerCall call)
    {
        var container = call.Container();
        var sent = await call.BodyAsync();
        if (container.Status is ContainerStatus.Paused) throw DockerErrors.PausedForExec(container.Id);
        if (!container.IsRunning) throw DockerErrors.NotRunningForExec(container.Id);
        var command = (sent["Cmd"] as JsonArray ?? []).Select(word => (string?)word ?? "").ToList();
        if (command.Count == 0) throw DockerErrors.NoExecCommand();
        var exec = call.Host.AddExec(container, command, (bool?)sent["Tty"] == true, (bool?)sent["AttachStdin"] == true);
        await call.JsonAsync(new JsonObject { ["Id"] = exec.Id }, 201);
    }

    public static async Task StartAsync(DockerCall call)
    {
        var exec = Require(call);
        await call.BodyAsync();
        var type = !exec.HasTerminal && call.Version >= NamesItsFrames ? "application/vnd.docker.multiplexed-stream" : "application/vnd.docker.raw-stream";
        if (call.Context.Request.Headers.Connection.ToString().Contains("Upgrade", StringComparison.OrdinalIgnoreCase))
        {
            await ConnectionTakeover.RunAsync(call.Context, type, (input, output) => RunAsync(call, exec, input, output));
            return;
        }
        call.Context.Response.ContentType = type;
        await RunAsync(call, exec, Stream.Null, call.Context.Response.Body);
    }

    public static Task InspectAsync(DockerCall call)
    {
        var exec = Require(call);
        return call.JsonAsync(new JsonObject
        {
            ["ID"] = exec.Id,
            ["Running"] = exec.IsRunning,
            ["ExitCode"] = exec.ExitCode,
            ["ProcessConfig"] = new JsonObject
            {
                ["tty"] = exec.HasTerminal, ["entrypoint"] = exec.Command[0], ["arguments"] = new JsonArray([.. exec.Command.Skip(1).Select(word => (JsonNode)word)]), ["privileged"] = false,
            },
            ["OpenStdin"] = exec.TakesInput,
            ["OpenStderr"] = true,
            ["OpenStdout"] = true,
            ["CanRemove"] = !exec.IsRunning,
            ["ContainerID"] = exec.Container.Id,
            ["DetachKeys"] = "",
            ["Pid"] = exec.IsRunning ? exec.Container.ProcessId + 40 : 0,
        });
    }

    public static Task ResizeAsync(DockerCall call)
    {
        Require(call).Size = (int.TryParse(call.Query("w"), out var columns) ? columns : 80, int.TryParse(call.Query("h"), out var rows) ? rows : 24);
        return call.EmptyAsync(200);
    }

    private static async Task RunAsync(DockerCall call, SimulatedExec exec, Stream input, Stream output)
    {
        var streams = new ExecStreams(exec, input, output);
        if (exec.WasStarted)
        {
            await streams.WriteAsync($"Error: Exec command {exec.Id} has already run\r\n", isError: false, CancellationToken.None);
            return;
        }
        (exec.WasStarted, exec.IsRunning) = (true, true);
        try
        {
            exec.ExitCode = await ExecProgram.RunAsync(call.Host, exec, streams, exec.Container.Stopped);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // The container was stopped, or whoever read along has left.
            exec.ExitCode = 137;
        }
        finally
        {
            exec.IsRunning = false;
        }
    }

    private static SimulatedExec Require(DockerCall call) => call.Host.FindExec(call.Path[1]) ?? throw DockerErrors.NoSuchExec(call.Path[1]);
}
