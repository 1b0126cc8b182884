using System.Text.Json.Serialization;

namespace HomelabPortal.Desired.Containers;

/// <summary>Something mounted into a container.</summary>
/// <param name="Source">A volume's name, or a folder of the host under one of the allowed roots.</param>
/// <param name="Target">The path in the container.</param>
public sealed record ContainerVolume(string Source, string Target, bool IsReadOnly = false)
{
    /// <summary>True for a folder of the host. Docker tells the two apart by the slash.</summary>
    [JsonIgnore]
    public bool IsFolder => Source.Contains('/');

    public override string ToString() => $"{Source} → {Target}{(IsReadOnly ? " (read only)" : "")}";
}
