using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Docker;

/// <summary>What can be changed of a container that is there, freezing it, and waiting for its end.</summary>
internal static class UpdateCalls
{
    private static readonly string[] Changeable = ["Memory", "MemorySwap", "NanoCpus", "RestartPolicy"];

    public static async Task UpdateAsync(DockerCall call)
    {
        var container = call.Container();
        var sent = await call.BodyAsync();
        lock (call.Host.Gate)
        {
            if (sent["RestartPolicy"] is JsonObject policy)
            {
                policy["Name"] ??= "no";
                policy["MaximumRetryCount"] ??= 0;
                CreateRules.CheckRestartPolicy(policy);
            }
            foreach (var member in Changeable)
                if (sent[member] is { } value) container.HostConfig[member] = value.DeepClone();
            call.Host.Publish(container, "update");
        }
        await call.JsonAsync(new JsonObject { ["Warnings"] = null });
    }

    public static Task PauseAsync(DockerCall call)
    {
        lock (call.Host.Gate)
        {
            var container = call.Container();
            if (container.Status is ContainerStatus.Paused) throw DockerErrors.AlreadyPaused(container.Id);
            if (!container.IsRunning) throw DockerErrors.NotRunningForTop(container.Id);
            container.Status = ContainerStatus.Paused;
            call.Host.Publish(container, "pause");
        }
        return call.EmptyAsync(204);
    }

    public static Task UnpauseAsync(DockerCall call)
    {
        lock (call.Host.Gate)
        {
            var container = call.Container();
            if (container.Status is not ContainerStatus.Paused) throw DockerErrors.NotPaused(container.Id);
            container.Status = ContainerStatus.Running;
            call.Host.Publish(container, "unpause");
        }
        return call.EmptyAsync(204);
    }

    public static async Task WaitAsync(DockerCall call)
    {
        var container = call.Container();
        // The engine sends its headers at once and the outcome when there is one.
        call.Context.Response.ContentType = "application/json";
        await call.Context.Response.Body.FlushAsync(call.Aborted);
        var ended = call.Query("condition") switch
        {
            "removed" => container.Removed,
            "next-exit" => container.NextExit,
            _ => container.IsRunning ? container.NextExit : Task.CompletedTask,
        };
        await ended.WaitAsync(call.Aborted);
        await call.Context.Response.WriteAsync(new JsonObject { ["StatusCode"] = container.ExitCode }.ToJsonString() + "\n", call.Aborted);
    }
}
