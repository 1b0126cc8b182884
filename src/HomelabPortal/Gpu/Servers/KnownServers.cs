using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomelabPortal.Gpu.Servers;

/// <summary>The servers whose images are known, from the file beside this one.</summary>
internal static class KnownServers
{
    private static readonly JsonSerializerOptions _options =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) }, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static ImmutableArray<KnownServer> All { get; } = Read();

    /// <param name="image">As people and Docker write it: with registry, tag and digest or without.</param>
    public static KnownServer? Find(string? image) => image is null ? null : All.FirstOrDefault(server => server.IsIn(RepositoryOf(image)));

    /// <summary>Without digest and tag; a colon before the last slash is a registry's port. Read by hand, since also an image that no rule of ours would take must be known.</summary>
    private static string RepositoryOf(string image)
    {
        var name = image.Split('@')[0].Trim();
        var colon = name.LastIndexOf(':');
        return colon > name.LastIndexOf('/') ? name[..colon] : name;
    }

    private static ImmutableArray<KnownServer> Read()
    {
        var type = typeof(KnownServers);
        using var file = type.Assembly.GetManifestResourceStream($"{type.Namespace}.known-servers.json")
            ?? throw new InvalidOperationException("The list of known servers is missing from the program.");
        return JsonSerializer.Deserialize<ImmutableArray<KnownServer>>(file, _options);
    }
}
