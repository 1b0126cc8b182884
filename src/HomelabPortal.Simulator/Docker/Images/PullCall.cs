using System.Text;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Docker;

/// <summary>Pulls an image: layer by layer with bytes, then the digest. What goes wrong before the first byte has a status, later only an object in the stream.</summary>
internal static class PullCall
{
    private const int StepsPerLayer = 8;

    public static async Task RunAsync(DockerCall call)
    {
        var (repository, tag) = (call.Query("fromImage") ?? "", call.Query("tag") is { Length: > 0 } given ? given : "latest");
        if (repository.Any(char.IsUpper)) throw DockerErrors.BadReference(repository);
        var reference = tag.StartsWith("sha256:", StringComparison.Ordinal) ? $"{repository}@{tag}" : $"{repository}:{tag}";
        var (user, password) = ImageCalls.Credentials(call);
        var image = call.Host.Registry.Find(reference, user, password);
        call.Context.Response.ContentType = "application/json";
        await ReportAsync(call, new JsonObject { ["status"] = $"Pulling from {repository[(repository.IndexOf('/') + 1)..]}", ["id"] = tag });
        var isThere = call.Host.Images.Find(reference)?.Id == image.Id;
        if (!isThere && !await DownloadAsync(call, reference, image)) return;
        await ReportAsync(call, new JsonObject { ["status"] = $"Digest: {image.Digest}" });
        var outcome = isThere ? "Image is up to date" : "Downloaded newer image";
        await ReportAsync(call, new JsonObject { ["status"] = $"Status: {outcome} for {reference}" });
        lock (call.Host.Gate) call.Host.Images.Add(reference, image);
    }

    private static async Task<bool> DownloadAsync(DockerCall call, string reference, SimulatedImage image)
    {
        var layers = RegistryContent.Layers(reference, image.Digest!);
        await ReportAsync(call, new JsonObject { ["status"] = "Already exists", ["progressDetail"] = new JsonObject(), ["id"] = layers[0].Id });
        foreach (var layer in layers.Skip(1)) await ReportAsync(call, Layer("Pulling fs layer", layer.Id));
        foreach (var (id, bytes) in layers.Skip(1))
        {
            for (var step = 1; step <= StepsPerLayer; step++)
            {
                if (call.Host.Registry.NextPullBreaksWith is { } reason && step > StepsPerLayer / 2)
                {
                    call.Host.Registry.NextPullBreaksWith = null;
                    await ReportAsync(call, new JsonObject { ["errorDetail"] = new JsonObject { ["message"] = reason }, ["error"] = reason });
                    return false;
                }
                await Task.Delay(call.Host.Registry.PerGigabyte * (bytes / 1e9 / StepsPerLayer), call.Host.Time, call.Aborted);
                await ReportAsync(call, Layer("Downloading", id, bytes * step / StepsPerLayer, bytes));
            }
            await ReportAsync(call, Layer("Verifying Checksum", id));
            await ReportAsync(call, Layer("Download complete", id));
            await ReportAsync(call, Layer("Extracting", id, bytes, bytes));
            await ReportAsync(call, Layer("Pull complete", id));
        }
        return true;
    }

    private static JsonObject Layer(string status, string id, long? current = null, long? total = null) => new()
    {
        ["status"] = status,
        ["progressDetail"] = current is null ? new JsonObject() : new JsonObject { ["current"] = current, ["total"] = total },
        ["id"] = id,
    };

    private static async Task ReportAsync(DockerCall call, JsonObject report)
    {
        await call.Context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(report.ToJsonString(SimulatorJson.Options) + "\r\n"), call.Aborted);
        await call.Context.Response.Body.FlushAsync(call.Aborted);
    }
}
