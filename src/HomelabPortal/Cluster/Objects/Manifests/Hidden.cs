namespace HomelabPortal.Cluster.Objects.Manifests;

/// <summary>What stands in a manifest in place of a value that is not shown.</summary>
internal static class Hidden
{
    /// <summary>Always of one length, which says nothing of the value's.</summary>
    public const string Mask = "••••••••";
    private const string Beginning = "‹hidden";

    /// <summary>For a secret: how long it is helps to find an empty or cut one.</summary>
    public static string Sized(long bytes) => bytes == 1 ? $"{Beginning}, 1 byte›" : $"{Beginning}, {bytes} bytes›";

    public static bool Is(string text) => text == Mask || (text.StartsWith(Beginning, StringComparison.Ordinal) && text.EndsWith('›') && text.Length < 40);
}
