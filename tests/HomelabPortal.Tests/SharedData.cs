namespace HomelabPortal.Tests;

/// <summary>The specifications and recordings that lie beside the repository, not in it.</summary>
internal static class SharedData
{
    /// <summary>The folder, or null where it is not there.</summary>
    public static string? Folder { get; } = Find();

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Folder ?? "", "data", .. parts]);

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "HomelabPortal.sln"))) continue;
            var shared = Path.Combine(folder.Parent?.FullName ?? "", "shared");
            return Directory.Exists(Path.Combine(shared, "data")) ? shared : null;
        }
        return null;
    }
}
