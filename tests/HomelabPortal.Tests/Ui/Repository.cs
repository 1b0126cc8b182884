namespace HomelabPortal.Tests.Ui;

/// <summary>The working copy these tests were built from.</summary>
internal static class Repository
{
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "HomelabPortal.sln")) ? folder
        : Path.GetDirectoryName(folder) is { } parent ? Find(parent)
        : throw new DirectoryNotFoundException("No folder above the tests holds HomelabPortal.sln.");
}
