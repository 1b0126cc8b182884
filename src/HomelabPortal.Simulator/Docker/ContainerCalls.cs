using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Docker;

internal static class ContainerCalls
{
    private static readonly Dictionary<string, int> Signals = new(StringComparer.OrdinalIgnoreCase)
    {
        ["HUP"] = 1, ["INT"] = 2, ["QUIT"] = 3, ["KILL"] = 9, ["USR1"] = 10, ["USR2"] = 12, ["TERM"] = 15,
    };

    public static Task ListAsync(DockerCall call)
    {
        var filter = ContainerFilter.Parse(call.Query("filters"));
        var now = call.Host.Time.GetUtcNow();
        lock (call.Host.Gate)
        {
            var found = call.Host.Containers
                .Where(container => call.Flag("all") || filter.AsksForStatus || container.IsRunning)
                .Where(filter.Matches)
                .OrderByDescending(container => container.Created)
                .Select(container => (JsonNode)ContainerDocuments.Summary(container, call.Host.Images, now));
            return call.JsonAsync(new JsonArray([.. found]));
        }
    }

    public static Task InspectAsync(DockerCall call)
    {
        lock (call.Host.Gate) return call.JsonAsync(ContainerDocuments.Details(call.Container()));
    }

    public static async Task CreateAsync(DockerCall call)
    {
        var created = call.Host.Create(call.Query("name"), await call.BodyAsync());
        await call.JsonAsync(new JsonObject { ["Id"] = created.Id, ["Warnings"] = new JsonArray() }, 201);
    }

    public static Task StartAsync(DockerCall call)
        => call.EmptyAsync(ContainerLife.Start(call.Host, call.Container()) ? 204 : 304);

    public static async Task StopAsync(DockerCall call)
    {
        var container = call.Container();
        await call.EmptyAsync(await ContainerLife.StopAsync(call.Host, container, call.Grace(container), call.Aborted) ? 204 : 304);
    }

    public static async Task RestartAsync(DockerCall call)
    {
        var container = call.Container();
        await ContainerLife.StopAsync(call.Host, container, call.Grace(container), call.Aborted);
        ContainerLife.Start(call.Host, container);
        call.Host.Publish(container, "restart");
        await call.EmptyAsync(204);
    }

    public static Task KillAsync(DockerCall call)
    {
        var container = call.Container();
        ContainerLife.Kill(call.Host, container, Signal(call, container));
        return call.EmptyAsync(204);
    }

    public static Task RenameAsync(DockerCall call)
    {
        call.Host.Rename(call.Container(), call.Query("name") ?? "");
        return call.EmptyAsync(204);
    }

    public static Task RemoveAsync(DockerCall call)
    {
        call.Host.Remove(call.Container(), call.Flag("force"));
        return call.EmptyAsync(204);
    }

    private static int Signal(DockerCall call, SimulatedContainer container)
    {
        var text = call.Query("signal") is { Length: > 0 } given ? given : "KILL";
        if (int.TryParse(text, out var number)) return number;
        var name = text.StartsWith("SIG", StringComparison.OrdinalIgnoreCase) ? text[3..] : text;
        return Signals.TryGetValue(name, out var known) ? known : throw DockerErrors.BadSignal(container.Id, text);
    }
}
