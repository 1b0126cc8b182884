namespace HomelabPortal.Gpu.Containers.Checking;

/// <summary>What a container is called while the one that replaces it has not yet proved that it serves.</summary>
internal static class PreviousName
{
    public const string Mark = ".prev-";
    private const int Digits = 12;

    /// <summary>From its own id, so that doing it twice gives one name.</summary>
    public static string Of(string name, string containerId) => $"{name}{Mark}{containerId[..Math.Min(Digits, containerId.Length)]}";

    public static bool IsOf(string candidate, string name) => candidate.StartsWith(name + Mark, StringComparison.Ordinal);
}
