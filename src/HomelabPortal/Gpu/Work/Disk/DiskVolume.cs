using System.Collections.Immutable;

namespace HomelabPortal.Gpu.Work.Disk;

/// <summary>A volume on a Docker host.</summary>
/// <param name="HasName">False when the engine made its name up, so that nobody gave it one.</param>
/// <param name="Bytes">Null when its driver cannot tell.</param>
/// <param name="Users">Names of the containers that have it.</param>
/// <param name="Kept">Why it must stay; null for what may go.</param>
public sealed record DiskVolume(string Name, bool HasName, long? Bytes, DateTimeOffset? Created, ImmutableArray<string> Users, string? Kept)
{
    private const int MadeUp = 64;

    /// <summary>Whether a name is one that the engine makes up.</summary>
    public static bool IsMadeUp(string name) => name.Length == MadeUp && name.All(char.IsAsciiHexDigitLower);
}
