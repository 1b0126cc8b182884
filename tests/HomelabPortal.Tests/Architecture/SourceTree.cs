using HomelabPortal.Testing;

namespace HomelabPortal.Tests.Architecture;

/// <summary>The text of what is under src/, without what a build leaves there.</summary>
internal static class SourceTree
{
    public static IEnumerable<(string Path, string Text)> Files(string folder, params ReadOnlySpan<string> extensions)
    {
        var root = RepositoryFolder.Combine("src");
        var wanted = extensions.ToArray();
        return Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories)
            .Where(path => wanted.Contains(Path.GetExtension(path)) && !IsBuildOutput(path))
            .Select(path => (Path.GetRelativePath(root, path), File.ReadAllText(path)));
    }

    private static bool IsBuildOutput(string path) =>
        path.Contains("/obj/", StringComparison.Ordinal) || path.Contains("/bin/", StringComparison.Ordinal);
}
