namespace HomelabPortal.Testing;

/// <summary>Where this checkout lies, found by walking up from the running assembly to the solution file.</summary>
internal static class RepositoryFolder
{
    public static string Path { get; } = Find();

    public static string Combine(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "HomelabPortal.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No HomelabPortal.sln above {AppContext.BaseDirectory}: run the tests from a checkout.");
    }
}
