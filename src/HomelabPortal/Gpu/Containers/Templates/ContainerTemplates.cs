using System.Collections.Immutable;
using System.Text.Json;

namespace HomelabPortal.Gpu.Containers.Templates;

/// <summary>The templates that come with the portal: one file each beside this one.</summary>
internal static class ContainerTemplates
{
    private const string Extension = ".json";
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web);

    public static ImmutableArray<ContainerTemplate> All { get; } = Read();

    public static ContainerTemplate? Find(string id) => All.FirstOrDefault(template => template.Id == id);

    private static ImmutableArray<ContainerTemplate> Read()
    {
        var (home, folder) = (typeof(ContainerTemplates).Assembly, typeof(ContainerTemplates).Namespace + ".");
        return
        [
            .. home.GetManifestResourceNames()
                .Where(name => name.StartsWith(folder, StringComparison.Ordinal) && name.EndsWith(Extension, StringComparison.Ordinal))
                .Select(name =>
                {
                    using var file = home.GetManifestResourceStream(name)!;
                    return JsonSerializer.Deserialize<ContainerTemplate>(file, _options) ?? throw new JsonException($"{name} holds no template.");
                })
                .OrderBy(template => template.Title, StringComparer.OrdinalIgnoreCase),
        ];
    }
}
