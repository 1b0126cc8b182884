using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Docker;

internal static class ImageCalls
{
    public static Task ListAsync(DockerCall call)
    {
        lock (call.Host.Gate)
            return call.JsonAsync(new JsonArray([.. call.Host.Images.ById.Select(image => (JsonNode)ImageDocuments.Summary(call.Host, image.First().Value, counts: false))]));
    }

    public static Task InspectAsync(DockerCall call)
    {
        var name = Name(call);
        lock (call.Host.Gate) return call.JsonAsync(ImageDocuments.Details(call.Host, Require(call, name), name));
    }

    public static Task TagAsync(DockerCall call)
    {
        lock (call.Host.Gate)
        {
            var image = Require(call, Name(call));
            var tag = call.Query("tag") is { Length: > 0 } given ? given : "latest";
            call.Host.Images.Tag($"{call.Query("repo")}:{tag}", image);
        }
        return call.EmptyAsync(201);
    }

    public static Task RemoveAsync(DockerCall call)
    {
        lock (call.Host.Gate)
        {
            var name = Name(call);
            var image = Require(call, name);
            var names = call.Host.Images.NamesOf(image.Id);
            var going = Going(names, ImageName.WithTag(name));
            var user = call.Host.Containers.FirstOrDefault(container => container.ImageId == image.Id);
            if (user is not null && going.Count == names.Count && !(call.Flag("force") && !user.IsRunning))
                throw DockerErrors.ImageInUse(name, user.Id, image.Id, user.IsRunning);
            return call.JsonAsync(Remove(call.Host, image, going));
        }
    }

    public static Task PruneAsync(DockerCall call)
    {
        var onlyNameless = !(call.Query("filters") ?? "").Contains("false", StringComparison.Ordinal);
        lock (call.Host.Gate)
        {
            var unused = call.Host.Images.ById
                .Where(group => !onlyNameless || group.All(named => named.Key.Contains('@')))
                .Select(group => group.First().Value)
                .Where(image => call.Host.Containers.All(container => container.ImageId != image.Id)).ToList();
            var removed = new JsonArray([.. unused.SelectMany(image => Remove(call.Host, image, call.Host.Images.NamesOf(image.Id))).Select(one => one!.DeepClone())]);
            return call.JsonAsync(new JsonObject { ["ImagesDeleted"] = removed.Count == 0 ? null : removed, ["SpaceReclaimed"] = unused.Sum(image => image.Bytes) });
        }
    }

    public static Task DistributionAsync(DockerCall call)
    {
        var (user, password) = Credentials(call);
        var image = call.Host.Registry.Find(Name(call), user, password);
        return call.JsonAsync(new JsonObject
        {
            ["Descriptor"] = new JsonObject { ["mediaType"] = "application/vnd.docker.distribution.manifest.v2+json", ["digest"] = image.Digest, ["size"] = 1570 },
            ["Platforms"] = new JsonArray(new JsonObject { ["architecture"] = "amd64", ["os"] = "linux" }),
        });
    }

    public static async Task SignInAsync(DockerCall call)
    {
        var sent = await call.BodyAsync();
        if (((string?)sent["username"], (string?)sent["password"]) != call.Host.Registry.Credentials) throw DockerErrors.SignInFailed((string?)sent["serveraddress"] ?? "");
        await call.JsonAsync(new JsonObject { ["IdentityToken"] = "", ["Status"] = "Login Succeeded" });
    }

    /// <summary>Who the client says it is to the registry; base64 in the alphabet for URLs, with padding.</summary>
    public static (string? User, string? Password) Credentials(DockerCall call)
    {
        if (call.Context.Request.Headers["X-Registry-Auth"].ToString() is not { Length: > 0 } header) return (null, null);
        try
        {
            var sent = JsonNode.Parse(Convert.FromBase64String(header.Replace('-', '+').Replace('_', '/')));
            return ((string?)sent?["username"], (string?)sent?["password"]);
        }
        catch (Exception fault) when (fault is FormatException or JsonException)
        {
            throw DockerErrors.BadRegistryAuth();
        }
    }

    /// <summary>The name that was given, and with the last tag of a repository its digests; all of them for an ID.</summary>
    private static IReadOnlyList<string> Going(IReadOnlyList<string> names, string asked)
    {
        if (!names.Contains(asked)) return names;
        var others = names.Where(name => name != asked && ImageName.Repository(name) == ImageName.Repository(asked)).ToList();
        return asked.Contains('@') || others.Exists(name => !name.Contains('@')) ? [asked] : [asked, .. others];
    }

    private static JsonArray Remove(DockerState host, SimulatedImage image, IReadOnlyList<string> names)
    {
        var gone = new JsonArray();
        foreach (var name in names)
        {
            host.Images.Remove(name);
            gone.Add(new JsonObject { ["Untagged"] = name });
        }
        if (host.Images.NamesOf(image.Id).Count == 0) gone.Add(new JsonObject { ["Deleted"] = image.Id });
        return gone;
    }

    private static SimulatedImage Require(DockerCall call, string name) => call.Host.Images.Find(name) ?? throw DockerErrors.NoSuchImage(name);

    private static string Name(DockerCall call) =>
        Uri.UnescapeDataString(string.Join('/', call.Path[^1] is "json" or "tag" ? call.Path[1..^1] : call.Path[1..]));
}
